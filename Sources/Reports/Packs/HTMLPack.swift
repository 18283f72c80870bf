import PlanDocument
import Portfolio

/// A pack inside the card of its move.
struct HTMLPack {
  let pack: HandoffPack

  var markup: HTML {
    """
    <details class="pack"><summary>Handoff pack</summary>
    <div class="more">\(list("Why", pack.why))\(timeline)<p class="quiet">\(pack.meeting)</p>
    <div class="sides"><div>\(facts)</div><div>\(list("Checklist", pack.checklist))\
    \(list("Open items", pack.openItems))\(expertise)</div></div>\(letters)</div></details>

    """
  }

  private func list(_ title: String, _ items: [String]) -> HTML {
    guard !items.isEmpty else { return "" }
    let lines = items.map { item -> HTML in "<li>\(item)</li>" }
    return "<p class=\"minor\">\(title)</p>\n<ul>\(lines)</ul>\n"
  }

  private var timeline: HTML {
    let steps = pack.timeline.map { step -> HTML in "<div><dt>\(step.label)</dt><dd>\(step.day.description)</dd></div>"
    }
    return "<dl class=\"inline dates\">\(steps)</dl>\n"
  }

  private var facts: HTML {
    let items = pack.facts.map { fact -> HTML in
      "<div><dt>\(fact.label)</dt><dd>\(HTML.name(fact.value))</dd></div>"
    }
    return "<p class=\"minor\">The account</p>\n<dl class=\"pairs\">\(items)</dl>\n"
  }

  private var expertise: HTML {
    let lines = pack.expertise.map { fact -> HTML in "<li>\(fact.label): \(fact.value)</li>" }
    return lines.isEmpty ? "" : "<p class=\"minor\">It asks for; \(pack.receiver) knows it</p>\n<ul>\(lines)</ul>\n"
  }

  private var letters: HTML {
    let letters = HandoffLetter.letters(pack).map { letter -> HTML in
      let lines = letter.paragraphs.map { line -> HTML in "<p>\(line)</p>" }
      return "<blockquote><p class=\"minor\">To \(HTML.name(letter.recipient))</p>\(lines)</blockquote>\n"
    }
    return "<div class=\"letters\">\(letters)</div>"
  }
}
