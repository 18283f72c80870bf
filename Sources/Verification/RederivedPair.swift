/// An account and a CSM, by index.
struct RederivedPair: Sendable, Hashable {
  let account: Int
  let csm: Int
}
