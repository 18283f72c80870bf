package import OptionModel
package import PlanDocument
package import Portfolio

extension ProofDocument {
  /// A proof about a model, in the order that follows from what the model means. `resourceNames` are in the order of
  /// the model. O(size of the model and of the proof).
  ///
  /// - Throws: where the proof names something the model does not have.
  package init(
    _ proof: BoundProof, of model: OptionModel, _ meaning: ModelMeaning, resourceNames: [String]
  ) throws {
    let order = ModelOrder(model, meaning, resourceNames: resourceNames)
    self.init(
      model: ProofModel(model, order), proof: ProofPart(try proof.renumbered(by: order.numbering(model))))
  }
}

extension ProofModel {
  init(_ model: OptionModel, _ order: ModelOrder) {
    self.init(
      groups: model.groupCount, options: model.optionCount, resources: order.resourceNames,
      sha256: ModelFingerprint.hexadecimal(of: model, order: order))
  }
}
