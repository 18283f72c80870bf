public import PlanDocument

/// A stress test as a table of a terminal.
public struct StressText: Sendable {
  private static let shown = 15
  private let document: StressDocument
  private let context: ReportContext

  public init(_ document: StressDocument, of plan: PlanDocument) {
    self.document = document
    context = ReportContext(plan)
  }

  public func render() -> String {
    let affected = document.people.filter { $0.overloaded > 0 }
    var lines = [headline(affected.count), ""]
    if !affected.isEmpty {
      lines.append(row(["", "above the limit", "most often in", "planned", "limit", "worst", promiseTitle]))
      lines += affected.prefix(Self.shown).map(line)
      if affected.count > Self.shown { lines.append("... and \(affected.count - Self.shown) more with --json") }
      lines.append("")
    }
    lines.append(
      "Efforts were drawn \(NumberText.grouped(document.samples)) times (seed \(document.seed)), each account on its own, as far below as above what is expected."
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ count: Int) -> String {
    let robust = document.robust.map { " The plan was made to stand \($0) surprises for each CSM." } ?? ""
    guard count > 0 else { return "Nobody ever comes above the hard limit.\(robust)" }
    let people = NumberText.plural(count, "CSM comes", "CSMs come")
    return
      "\(people) above the hard limit now and then; in \(share(document.anybody)) of all draws somebody does.\(robust)"
  }

  private var promiseTitle: String { document.robust == nil ? "" : "at most" }

  private func line(_ person: StressDocument.Person) -> String {
    row([
      Terminal(escaping: person.name).rendered, share(person.overloaded), context.label(period: person.period),
      hours(person.planned),
      hours(person.limit), hours(person.worst),
      person.promised.map { $0 >= 1 ? "-" : NumberText.gap($0) } ?? "",
    ])
  }

  private func hours(_ minutes: Int64) -> String { NumberText.hours(minutes: minutes) }

  private func share(_ samples: Int) -> String {
    NumberText.gap(Double(samples) / Double(max(1, document.samples)))
  }

  private func row(_ cells: [String]) -> String {
    let widths = [24, 17, 18, 10, 10, 10, 9]
    return zip(cells, widths).enumerated().map { index, cell in
      TerminalColumns.fitted(cell.0, cell.1, right: index > 0)
    }.joined()
  }
}
