import OptionModel
import Portfolio

/// The order in which `ProofModel` numbers the groups, options and resources of a model, told from what they mean: so
/// that two derivations of one portfolio number them alike, whatever order each of them has.
struct ModelOrder {
  /// By number: the place in the model.
  let groups: [Int32]
  let options: [Int32]
  let resources: [Int32]
  let resourceNames: [String]

  /// `resourceNames` are in the order of the model. O(n log n) in the size of the meaning.
  init(_ model: OptionModel, _ meaning: ModelMeaning, resourceNames names: [String]) {
    groups = (0..<Int32(model.groupCount)).sorted {
      meaning.members(ofGroup: Int($0)).lexicographicallyPrecedes(meaning.members(ofGroup: Int($1)))
    }
    options = groups.flatMap { group in
      model.options(ofGroup: Int(group)).map { ($0, Rank(meaning.options[$0])) }.sorted { $0.1 < $1.1 }
        .map { Int32($0.0) }
    }
    let bytes = names.map { Array($0.utf8) }
    resources = names.indices.sorted { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }.map { Int32($0) }
    resourceNames = resources.map { names[Int($0)] }
  }

  /// What options of a group are sorted by.
  private struct Rank: Comparable {
    private let kind: Int
    private let csm: Int32
    private let period: Int16

    init(_ option: PlannedOption) {
      kind =
        switch option.kind {
        case .stay: 0
        case .handoff, .assign: 1
        case .cover: 2
        case .unassigned: 3
        }
      (csm, period) = (option.csm, option.period)
    }

    static func < (left: Rank, right: Rank) -> Bool {
      (left.kind, left.csm, left.period) < (right.kind, right.csm, right.period)
    }
  }

  /// From places in the model to numbers.
  func numbering(_ model: OptionModel) -> ProofNumbering {
    ProofNumbering(
      groups: Self.inverse(groups), options: Self.inverse(options), resources: Self.inverse(resources),
      groupSizes: (0..<model.groupCount).map { model.options(ofGroup: $0).count })
  }

  /// From numbers to places in the model.
  func placing(_ model: OptionModel) -> ProofNumbering {
    ProofNumbering(
      groups: groups, options: options, resources: resources,
      groupSizes: groups.map { model.options(ofGroup: Int($0)).count })
  }

  static func inverse(_ permutation: [Int32]) -> [Int32] {
    var inverse = [Int32](repeating: 0, count: permutation.count)
    for (number, place) in permutation.enumerated() { inverse[Int(place)] = Int32(number) }
    return inverse
  }
}
