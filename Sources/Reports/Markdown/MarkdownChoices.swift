import PlanDocument

/// What else could have been planned: the ranges of the loads, and alternatives.
struct MarkdownChoices {
  let context: ReportContext

  var markdown: Markdown { ranges + alternatives }

  private var ranges: Markdown {
    guard let document = context.document.loadRanges else { return "" }
    let rows = LoadRangeLine.lines(context).map { line -> [Markdown] in
      ["\(line.name)", "\(line.text)", "\(line.proven ?? "")"]
    }
    return "## What the loads could have been\n\n"
      + MarkdownReport.table(["CSM", "Load", "Proven"], rows: rows, rest: "plan.json")
      + "\(LoadRangeLine.note(document, context))\n\n"
  }

  private var alternatives: Markdown {
    guard let document = context.document.alternatives else { return "" }
    let rows = document.plans.map { AlternativeLine($0, context) }.map { line -> [Markdown] in
      [
        "\(String(line.number))", "\(line.cost)", "\(line.difference)", "\(line.rules)", "\(line.people)",
        "\(line.file)",
      ]
    }
    let ending: Markdown = AlternativeLine.ending(document).map { "\($0)\n\n" } ?? ""
    return "## Alternatives\n\n"
      + MarkdownReport.table(
        ["Plan", "Costs", "Differs", "By rule", "By CSM", "File"], rows: rows, rest: "plan.json") + ending
  }
}
