import PlanDocument
import Portfolio

/// Moves with their reason in order of date, bundles, and the stays worth a word.
struct MarkdownMoves {
  let context: ReportContext

  var markdown: Markdown { "## Moves and why\n\n" + moves + bundles + stays }

  private var moves: Markdown {
    guard !context.handoffs.isEmpty else { return "No account changes hands.\n\n" }
    // Readers who do not see what a move is worth need no columns for it.
    let isValued = context.audience == .lead || !context.document.explanations.moves.isEmpty
    let rows = context.handoffs.map { handoff -> [Markdown] in
      [
        "\(handoff.effective.description)", "\(context.accountName(handoff.account))",
        "\(context.csmName(handoff.from))", "\(context.csmName(handoff.to))", "\(handoff.moment ?? "")",
        "\(handoff.reason)",
      ] + (isValued ? [gain(handoff), runnerUp(handoff)] : [])
    }
    return MarkdownReport.table(
      ["Effective", "Account", "From", "To", "Moment", "Reason"] + (isValued ? ["Undoing costs", "Next best"] : []),
      numbers: [6], rows: rows, rest: "handoffs.csv")
  }

  private func gain(_ handoff: HandoffDocument) -> Markdown {
    guard let move = context.explanation(handoff.account) else { return "" }
    return move.gain.map { "\(NumberText.hours($0))" } ?? "not possible"
  }

  private func runnerUp(_ handoff: HandoffDocument) -> Markdown {
    guard let csm = handoff.runnerUp else { return "" }
    let extra: Markdown = handoff.runnerUpExtra.map { " (\(NumberText.signedHours($0)))" } ?? ""
    return "\(context.csmName(csm))" + extra
  }

  private var bundles: Markdown {
    MarkdownReport.list(
      "Moves that belong together",
      context.document.explanations.bundles.map { bundle in
        let names = bundle.accounts.map { context.accountName($0) }.joined(separator: ", ")
        let gain = bundle.gain.map { NumberText.hours($0) } ?? "cannot be undone"
        return "**\(names)** (\(gain)): \(bundle.summary)"
      })
  }

  private var stays: Markdown {
    MarkdownReport.list(
      "Stays worth explaining",
      context.document.explanations.stays.map { stay in
        let holder = stay.csm.utf8.isEmpty ? "nobody" : context.csmName(stay.csm)
        return "**\(context.accountName(stay.account))** with \(holder): \(stay.summary)"
      })
  }
}
