/// Union and find with path halving.
package struct DisjointSets {
  private var parents: [Int]

  package init(count: Int) { parents = Array(0..<count) }

  package mutating func root(of element: Int) -> Int {
    var element = element
    while parents[element] != element {
      parents[element] = parents[parents[element]]
      element = parents[element]
    }
    return element
  }

  package mutating func join(_ left: Int, _ right: Int) { parents[root(of: left)] = root(of: right) }

  /// The sets among some elements, each in the order of the elements, ordered by their first.
  package mutating func groups(of elements: [Int]) -> [[Int]] {
    var places: [Int: Int] = [:]
    var groups: [[Int]] = []
    for element in elements {
      let root = root(of: element)
      if let place = places[root] {
        groups[place].append(element)
      } else {
        places[root] = groups.count
        groups.append([element])
      }
    }
    return groups
  }
}
