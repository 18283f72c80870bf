import OptionModel
import PlanDocument
import Portfolio

extension ProofDocument {
  /// What the proof shows about a model, in exact integers; `nil` when it is about another one.
  func bound(
    on model: OptionModel, _ meaning: ModelMeaning, resourceNames: [String]
  ) throws(UnknownNumber) -> ExactBound? {
    let order = ModelOrder(model, meaning, resourceNames: resourceNames)
    guard ProofModel(model, order) == self.model else { return nil }
    let proof = try BoundProof(proof, resourceCount: model.resourceCount).renumbered(by: order.placing(model))
    return BoundProofChecker(model).bound(from: proof)
  }
}
