import PlanDocument
import Portfolio

/// What changes and the proof, then what the objective is made of.
struct MarkdownHeadline {
  let context: ReportContext

  var markdown: Markdown {
    let document = context.document
    let totals = document.totals
    let facts = HeadlineFacts(context)
    let before = HeadlineFacts.text(facts.spreadBefore)
    let after = HeadlineFacts.text(facts.spreadAfter)
    return """
      # \(facts.sentence(totals))

      \(scenario)As of \(document.asOf.description), \(context.horizonText): \
      \(NumberText.plural(totals.accounts, "account", "accounts")), \
      \(NumberText.plural(totals.csms, "CSM", "CSMs")).

      - **Change hands:** \(NumberText.grouped(facts.changes)) (\(facts.breakdown(totals))); \
      \(context.money(totals.arrMoved)) ARR moves by choice
      - **CSMs over capacity in a steady month:** \(facts.overBefore) → \(facts.overAfter); in any period \
      \(facts.overAnyBefore) → \(facts.overAnyAfter)
      - **Utilisation, lowest to highest:** \(before) → \(after)
      - **Accounts without a CSM:** \(NumberText.grouped(totals.unassigned))

      \(proof)\(objective)
      """
  }

  private var scenario: Markdown { ScenarioLine.text(context).map { "**\($0)**\n\n" } ?? "" }

  private var proof: Markdown {
    let document = context.document
    let text = ProofText(document: document)
    let claim: Markdown = text.claim.map { "\($0)\n\n" } ?? ""
    let improvement: Markdown = text.improvement.map { "\($0)\n\n" } ?? ""
    return """
      **\(text.statement)**

      \(text.figures)

      \(claim)\(improvement)\(robust)\(levels)
      """
  }

  private var robust: Markdown { RobustLine.text(context).map { "\($0)\n\n" } ?? "" }

  private var levels: Markdown {
    let rows = LevelLine.lines(context.document).map { line -> [Markdown] in
      ["\(String(line.number))", "\(line.name)", "\(line.charges)", "\(line.proof)"]
    }
    guard !rows.isEmpty else { return "" }
    return MarkdownReport.table(
      ["Level", "What counts", "Charges", "Proof"], numbers: [2], rows: rows, rest: "plan.json")
      + "\(LevelLine.meaning)\n\n"
  }

  private var objective: Markdown {
    let rows = ObjectiveShares(context.document).terms.map { term -> [Markdown] in
      ["\(RuleWords.title(term.rule))", "\(NumberText.hours(term.value))", "\(term.share)"]
    }
    let sentences = context.document.explanations.plan.map { sentence -> Markdown in "\(sentence)\n\n" }
    return "## What the objective is made of\n\n"
      + MarkdownReport.table(["Rule", "Charges", "Share"], numbers: [1, 2], rows: rows, rest: "plan.json")
      + sentences.joined(separator: "")
  }
}
