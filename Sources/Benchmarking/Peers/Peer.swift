/// A solver that Ballast is compared with, by the name that the script of the peers knows.
package enum Peer: String, Sendable, Hashable, CaseIterable {
  case highs, cpsat, scip, cbc, glpsol

  /// Where the script has not said which version it found.
  var title: String {
    switch self {
    case .highs: "HiGHS"
    case .cpsat: "OR-Tools CP-SAT"
    case .scip: "SCIP"
    case .cbc: "CBC"
    case .glpsol: "glpsol"
    }
  }
}
