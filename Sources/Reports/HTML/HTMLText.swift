import PlanDocument
import Portfolio

/// Small pieces that several sections share.
enum HTMLText {
  /// Longer than the usual ramp: who started before is no newcomer.
  private static let newcomerDays = 180

  /// What is special about a CSM, after the name: `leaves 2027-01-15`, `pool`, `starts 2027-01-04`.
  static func csmNote(_ book: BookDocument, asOf: CalendarDate) -> HTML {
    var notes: [String] = []
    if book.kind != "person" { notes.append(CSMWords.kind(book.kind)) }
    if let day = book.startDate, day > asOf.adding(days: -newcomerDays) { notes.append("starts \(day)") }
    if let day = book.lastDay { notes.append("leaves \(day)") }
    return notes.isEmpty ? "" : " <small>\(notes.joined(separator: ", "))</small>"
  }

  /// What a plan of a scenario answers; nothing for a plan of the workspace as it is.
  static func scenario(_ context: ReportContext) -> HTML {
    ScenarioLine.text(context).map { "<p><strong>\($0)</strong></p>\n" } ?? ""
  }

  /// `1,250 → 1,310`, or one number when nothing changes.
  static func change(_ before: String, _ after: String) -> HTML {
    before == after ? "\(after)" : "<span class=\"was\">\(before)</span> → \(after)"
  }

  /// A badge with a meaning in words: never a colour alone.
  static func badge(_ text: String, _ kind: String = "") -> HTML {
    "<span class=\"badge \(kind)\">\(text)</span>"
  }

  static func verb(_ kind: Assignment.Kind) -> String {
    switch kind {
    case .handoff: "handoff"
    case .assign: "assigned, had nobody"
    case .cover: "cover through a leave"
    case .stay: "stays"
    case .unassigned: "without a CSM"
    }
  }
}
