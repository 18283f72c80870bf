/// Kinds of cuts at the root of a tree.
package struct CutFamilies: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Gomory's mixed-integer cuts from the simplex tableau.
  package static let gomory = CutFamilies(rawValue: 1)
  /// Rounding of the limits and price bends of resources that compete.
  package static let clusters = CutFamilies(rawValue: 2)
  package static let all: CutFamilies = [.gomory, .clusters]
}
