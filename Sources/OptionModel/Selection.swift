/// One chosen option per group: `options[g]` is an option index of group `g`.
package struct Selection: Sendable, Hashable {
  package var options: [Int32]

  package init(_ options: [Int32]) { self.options = options }

  package subscript(group: Int) -> Int {
    get { Int(options[group]) }
    set { options[group] = Int32(newValue) }
  }
}
