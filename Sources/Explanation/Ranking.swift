/// The other receivers that a group could have, each with its best option, all else fixed: feasible ones first,
/// cheapest first. Asked for once per group, because several questions are answered from it.
package struct Ranking: Sendable {
  package struct Choice: Sendable {
    package let option: Int
    /// Change of the objective in micropoints.
    package let objective: Int64
    package let isFeasible: Bool
  }

  package let group: Int
  package let choices: [Choice]

  /// The cheapest feasible choice; `nil` where limits or rules leave none.
  package var runnerUp: Choice? { choices.first.flatMap { $0.isFeasible ? $0 : nil } }
}
