import Explanation
import OptionModel

/// What single groups could do instead at little cost, all else as it is: what a question drags along is mostly among it,
/// and a model of nothing else is small enough to be searched through.
struct NearChoices {
  /// Per group, beside the choice that there is.
  private static let mostPerGroup = 4
  /// Micropoints: a day of work.
  private static let mostExtra: Int64 = 8 * 60 * 1_000_000

  let filtered: FilteredModel
  let start: Selection

  /// `nil` where that leaves nothing out. O(options and their consumptions).
  init?(_ model: OptionModel, from selection: Selection) {
    let analysis = MarginalAnalysis(model: model, selection: selection)
    var keeps = [Bool](repeating: false, count: model.optionCount)
    for group in 0..<model.groupCount {
      let options = model.options(ofGroup: group).filter { $0 != selection[group] }
      let cheap = options.map { (extra: analysis.outcome(of: group, to: $0).objective, option: $0) }
        .filter { $0.extra <= NearChoices.mostExtra }.sorted { ($0.extra, $0.option) < ($1.extra, $1.option) }
      for choice in cheap.prefix(NearChoices.mostPerGroup) { keeps[choice.option] = true }
      keeps[selection[group]] = true
    }
    guard !keeps.allSatisfy({ $0 }), let filtered = FilteredModel(model, keeping: { keeps[$0] }) else { return nil }
    self.filtered = filtered
    start = Selection(selection.options.map { Int32(filtered.own(Int($0)) ?? 0) })
  }

  /// What was planned, where it is near enough; else what there is.
  func preferred(_ planned: Selection) -> Selection {
    Selection(
      zip(planned.options, start.options).map { planned, own in filtered.own(Int(planned)).map { Int32($0) } ?? own })
  }
}
