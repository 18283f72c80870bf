/// The accounts that one option is chosen for, ascending.
struct RederivedGroup: Sendable, Hashable {
  let members: [Int]
  /// Of a joint group.
  let anchor: Int?

  var isJoint: Bool { anchor != nil }
}
