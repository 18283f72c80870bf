import PlanDocument
import Portfolio

/// A pack as a section of a Markdown file.
struct HandoffPackMarkdown {
  let pack: HandoffPack

  var markdown: Markdown {
    let badge: Markdown = pack.isCover ? " (cover, there and back)" : pack.giver == nil ? " (has had nobody)" : ""
    return """
      ## \(pack.accountName): \(pack.route)\(badge)

      \(list("Why", pack.why))\(timeline)\(list("Checklist", pack.checklist, mark: "[ ] "))\(pack.meeting)

      \(facts)\(list("Open items", pack.openItems))\(expertise)\(letters)
      """
  }

  private func list(_ title: Markdown, _ items: [String], mark: Markdown = "") -> Markdown {
    guard !items.isEmpty else { return "" }
    return "**\(title)**\n\n" + items.map { item -> Markdown in "- \(mark)\(item)\n" }.joined(separator: "") + "\n"
  }

  private var timeline: Markdown {
    let rows = pack.timeline.map { step -> [Markdown] in ["\(step.day.description)", "\(step.label)"] }
    return MarkdownReport.table(["Day", "What"], rows: rows, rest: "plan.json")
  }

  private var facts: Markdown {
    let items = pack.facts.map { fact -> Markdown in "\(fact.label): \(fact.value)" }
    return "**The account**\n\n" + items.map { item -> Markdown in "- \(item)\n" }.joined(separator: "") + "\n"
  }

  private var expertise: Markdown {
    let items = pack.expertise.map { "\($0.label): \($0.value)" }
    return items.isEmpty ? "" : "**It asks for; \(pack.receiver) knows it**: \(items.joined(separator: "; "))\n\n"
  }

  private var letters: Markdown {
    HandoffLetter.letters(pack).map { letter -> Markdown in
      let lines = letter.paragraphs.map { line -> Markdown in "> \(line)\n" }.joined(separator: ">\n")
      return "**To \(letter.recipient)**\n\n" + lines + "\n"
    }.joined(separator: "")
  }
}
