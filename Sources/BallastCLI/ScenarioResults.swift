import Ballast
import PlanDocument
import Portfolio
import Reports
import Scenarios
import Synchronization

/// What came of the cases of a comparison, written as it comes.
final class ScenarioResults: Sendable {
  private struct State {
    var plans: [Int: ComparedPlan] = [:]
    var base: PlanDocument?
    var currency = ""
  }

  private let cases: [ScenarioCase]
  private let folder: String
  private let inputs: String
  private let state = Mutex(State())

  /// - Parameters:
  ///   - cases: the workspace as it is comes first.
  ///   - inputs: the folder of the workspace, whose files are never overwritten.
  init(_ cases: [ScenarioCase], folder: String, inputs: String) {
    self.cases = cases
    self.folder = folder
    self.inputs = inputs
  }

  /// The plan of the workspace as it is, once there is one.
  var base: PlanDocument? { state.withLock { $0.base } }

  /// Writes the files of a plan. Returns the case in a line.
  func record(_ index: Int, _ outcome: PlanOutcome) throws -> String {
    let scenario = cases[index]
    if case .planned(let document, let proof) = outcome {
      _ = try OutputFiles.write(
        document, proof, export: scenario.export, to: "\(folder)/\(scenario.id)", inputs: inputs)
      state.withLock { state in
        state.currency = document.currency
        if index == 0 { state.base = document }
      }
    }
    let compared = scenario.compared(outcome, plan: "\(scenario.id)/plan.json") { ComparedPlan.Facts($0) }
    state.withLock { $0.plans[index] = compared }
    return ComparisonText.line(compared)
  }

  var comparison: ComparisonDocument {
    state.withLock { state in
      ComparisonDocument(currency: state.currency, plans: cases.indices.compactMap { state.plans[$0] })
    }
  }
}
