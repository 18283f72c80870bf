import PlanDocument
import Portfolio

/// What changes for those the report is about: instead of the objective, which says something about everybody.
struct AudienceHeadline {
  let context: ReportContext

  /// `nil` for the lead.
  init?(_ context: ReportContext) {
    guard context.audience != .lead else { return nil }
    self.context = context
  }

  private var subject: String {
    switch context.audience {
    case .lead: ""
    case .csm(let id): context.csmName(id)
    case .manager(let id):
      context.book(id).map { "Team of \($0.name ?? id)" } ?? "Team \(id)"
    }
  }

  private var seen: Set<String> { Set(context.books.map(\.csm)) }

  /// `Ines Moreau: 14 accounts go, 2 come in; 171 → 100 % of capacity in a steady month.`
  var sentence: String {
    let seen = seen
    let incoming = context.handoffs.count { seen.contains($0.to) && !($0.from.map(seen.contains) ?? false) }
    let outgoing = context.handoffs.count { ($0.from.map(seen.contains) ?? false) && !seen.contains($0.to) }
    let inside = context.handoffs.count - incoming - outgoing
    var parts: [String] = []
    if outgoing > 0 { parts.append(NumberText.plural(outgoing, "account goes", "accounts go")) }
    if incoming > 0 { parts.append(NumberText.plural(incoming, "account comes in", "accounts come in")) }
    if inside > 0 { parts.append("\(NumberText.plural(inside, "account changes", "accounts change")) hands inside") }
    let changes = parts.isEmpty ? "no account changes hands" : parts.joined(separator: ", ")
    return "\(subject): \(changes)\(load)."
  }

  private var load: String {
    guard case .csm(let id) = context.audience, let figure = context.load(id), figure.hasCapacity else { return "" }
    return "; \(figure.percentBefore) → \(figure.percentAfter) % of capacity in a steady month"
  }

  /// How good the plan as a whole is, in percent: hours would say something about others.
  private var proof: String {
    guard let gap = context.document.certifiedGap else { return "" }
    return "The plan as a whole is proven to be within \(NumberText.gap(gap)) of the best possible one. "
  }

  private var note: String {
    switch context.audience {
    case .lead: ""
    case .csm: "This report holds your own book, your own load and your own handoffs."
    case .manager: "This report holds the team’s books, loads and handoffs; of other people only their names."
    }
  }

  private var scope: String {
    "As of \(context.document.asOf), \(context.horizonText)."
  }

  private var scenario: Markdown { ScenarioLine.text(context).map { "**\($0)**\n\n" } ?? "" }

  var html: HTML {
    """
    <header>
    <p class="eyebrow">Ballast plan · as of \(context.document.asOf.description)</p>
    <h1>\(sentence)</h1>
    \(HTMLText.scenario(context))<p class="lead">\(scope)</p>
    <p>\(proof)\(note)</p>
    </header>

    """
  }

  var markdown: Markdown { "# \(sentence)\n\n\(scenario)\(scope)\n\n\(proof)\(note)\n\n" }
}
