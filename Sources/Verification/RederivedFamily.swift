/// Accounts under one parent, and the one that the others should be with.
struct RederivedFamily: Sendable, Hashable {
  let members: [Int]
  let anchor: Int
}
