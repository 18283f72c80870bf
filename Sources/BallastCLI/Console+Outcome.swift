import ArgumentParser
import Ballast
import PlanDocument

extension Console {
  /// The plan of an outcome with its proof, or a message and the exit code that says why there is none.
  func planned(_ outcome: PlanOutcome) throws -> (document: PlanDocument, proof: ProofDocument?) {
    switch outcome {
    case .planned(let document, let proof): return (document, proof)
    case .conflict(let reasons):
      message("The rules cannot all hold:\n" + reasons.map { "  - \($0)\n" }.joined())
      message("Maybe run `ballast diagnose`: it names the rules that collide and the cheapest repair.\n")
      throw ExitStatus.rulesCollide
    case .noPlan(let reason):
      message("No plan within the limit (\(reason.rawValue)).\nMaybe raise --time-limit or --work-limit.\n")
      throw ExitStatus.noPlan
    case .rejected(let problems):
      message("The plan failed its independent verification and is withheld:\n")
      message(problems.prefix(20).map { "  - \($0)\n" }.joined())
      message("This is a fault of Ballast, not of your data. Please report it with the lines above.\n")
      throw ExitStatus.internalFailure
    }
  }
}
