import PlanDocument
import Portfolio

/// Packs one after the other in one Markdown file, in order of start, with a table of them on top.
struct HandoffPackFile {
  let context: ReportContext

  /// Of the whole document.
  var rendered: [UInt8] {
    file("Handoff packs", [("", context.handoffs)])
  }

  /// Of one person: what comes in, then what goes out.
  func rendered(for csm: String) -> [UInt8] {
    let own = context.handoffs
    return file(
      "Handoffs of \(context.csmName(csm))",
      [("Coming in", own.filter { $0.to == csm }), ("Going out", own.filter { $0.from == csm })])
  }

  private func file(_ title: String, _ parts: [(title: String, handoffs: [HandoffDocument])]) -> [UInt8] {
    var output: Markdown = "# \(title)\n\nAs of \(context.document.asOf.description). \(source)\n\n"
    for part in parts where !part.handoffs.isEmpty {
      let sorted = part.handoffs.sorted { ($0.start, $0.account) < ($1.start, $1.account) }
      if !part.title.isEmpty { output += "# \(part.title)\n\n" }
      output += index(sorted)
      for handoff in sorted {
        output += HandoffPackMarkdown(pack: HandoffPack(context: context, handoff: handoff)).markdown
      }
    }
    if context.handoffs.isEmpty { output += "No account changes hands.\n" }
    return Array(output.rendered.utf8)
  }

  private var source: Markdown { "Dates are also in handoffs.ics." }

  private func index(_ handoffs: [HandoffDocument]) -> Markdown {
    let rows = handoffs.map { handoff -> [Markdown] in
      [
        "\(handoff.start.description)", "\(handoff.effective.description)",
        "\(context.accountName(handoff.account))", "\(context.csmName(handoff.from))",
        "\(context.csmName(handoff.to))", "\(handoff.moment ?? "")",
      ]
    }
    return MarkdownReport.table(
      ["Start", "Effective", "Account", "From", "To", "Moment"], rows: rows, rest: "handoffs.csv")
  }
}
