import OptionModel
import Testing

@testable import Verification

/// Selections and filled intervals, evaluated as slowly and plainly as the text of the proofs says it.
struct ProofCases {
  let model: OptionModel
  /// Over the permitted loads; `nil` when some resource has none.
  let curves: [PriceCurve]?
  /// All selections inside the hard limits, with their objectives.
  let selections: [(selection: Selection, objective: Int64)]

  init(_ model: OptionModel) {
    self.model = model
    let ranges = zip(model.resources, model.attainableLoads()).map { $0.permitted(within: $1) }
    curves =
      ranges.contains(nil)
      ? nil
      : zip(model.resources, ranges).compactMap { resource, range in range.map { PriceCurve(of: resource, over: $0) } }
    selections = SmallModels.selections(of: model)
      .filter { model.violations(of: $0).isEmpty }
      .map { ($0, model.objective(of: $0)) }
  }

  var optimum: Int64? { selections.map(\.objective).min() }

  /// What is in the intervals of a resource when they are filled in order.
  func filled(_ resource: Int, load: Int64) -> [Int64] {
    guard let curves else { return [] }
    return curves[resource].intervals.map { max(0, min($0.width, load - $0.start)) }
  }
}

extension SmallModels {
  static func selections(of model: OptionModel) -> [Selection] {
    (0..<model.groupCount).reduce([Selection([])]) { found, group in
      found.flatMap { selection in model.options(ofGroup: group).map { Selection(selection.options + [Int32($0)]) } }
    }
  }
}
