import PlanDocument

/// How much choice there was about the load of one CSM, in words.
struct LoadRangeLine {
  /// Ranges up to this part of the capacity leave little to choose, from the other one on much.
  private static let (little, much) = (0.1, 0.4)

  let name: String
  /// `between 108 and 113 hours: little choice here`.
  let text: String
  /// `none below 107 or above 114 hours`; `nil` where nothing is proven.
  let proven: String?

  init(_ range: LoadRange, _ context: ReportContext) {
    name = context.csmName(range.csm)
    let (low, high) = (LoadRangeLine.hours(range.lowest), LoadRangeLine.hours(range.highest))
    let span = low == high ? "\(low) hours" : "between \(low) and \(high) hours"
    let capacity = context.document.books.first { $0.csm == range.csm }?.periods.last?.capacity ?? 0
    text = span + LoadRangeLine.judgement(range, capacity: capacity)
    if let least = range.atLeast, let most = range.atMost {
      proven = "none below \(LoadRangeLine.hours(least)) or above \(LoadRangeLine.hours(most, up: true)) hours"
    } else {
      proven = nil
    }
  }

  static func lines(_ context: ReportContext) -> [LoadRangeLine] {
    (context.document.loadRanges?.ranges ?? []).map { LoadRangeLine($0, context) }
  }

  /// What the figures are about, and whom they leave out.
  static func note(_ ranges: LoadRangesDocument, _ context: ReportContext) -> String {
    let about = "Hours a month after the horizon in plans that cost at most \(NumberText.gap(ranges.within)) more."
    guard !ranges.unfinished.isEmpty else { return about }
    return about + " Not finished in time: \(ranges.unfinished.map { context.csmName($0) }.joined(separator: ", "))."
  }

  /// Little is said only where it is proven, much only where plans were found for it.
  private static func judgement(_ range: LoadRange, capacity: Int64) -> String {
    let found = Double(range.highest - range.lowest)
    if found >= much * Double(capacity), found > 0 { return ": much was open here" }
    guard let least = range.atLeast, let most = range.atMost else { return " were found" }
    if Double(most - least) <= little * Double(capacity) { return ": little choice here" }
    let isClose = Double(most - least) - found <= little * Double(capacity)
    return isClose ? "" : " were found; \(hours(least)) to \(hours(most, up: true)) are not ruled out"
  }

  private static func hours(_ minutes: Int64, up: Bool = false) -> String {
    NumberText.grouped(up ? (minutes + 59) / 60 : minutes / 60)
  }
}
