public import PlanDocument

/// The plan as one self-contained HTML file: no script, nothing loaded from elsewhere, fit for a phone and for
/// paper. Everything shown is in the document; the same document gives the same bytes.
public struct HTMLReport: Sendable {
  /// Beyond these counts a section shows the most important entries and names the file that holds the rest, so
  /// that a plan of 100,000 accounts still opens.
  struct Limits: Sendable {
    var moves = 400
    var csms = 400
    var accountsPerBook = 120
    var stays = 100
    var list = 200
  }

  private let document: PlanDocument
  private let audience: Audience
  private let limits = Limits()

  /// `document` is the part of the plan that the audience may see, as `AudienceReducer` makes it.
  public init(_ document: PlanDocument, for audience: Audience = .lead) {
    self.document = document
    self.audience = audience
  }

  public func render() -> String {
    let context = ReportContext(document, for: audience)
    let headline = AudienceHeadline(context)
    var body = headline?.html ?? HTMLHeadline(context: context).markup
    body += HTMLContents(context: context).markup
    body += HTMLLoadChart(context: context, limit: limits.csms).markup
    body += HTMLPeriodTable(context: context, limit: limits.csms).markup
    body += HTMLMoves(context: context, limits: limits).markup
    body += HTMLCalendar(context: context, limit: limits.csms).markup
    body += HTMLBooks(context: context, limits: limits).markup
    body += HTMLChoices(context: context).markup
    body += HTMLAttention(context: context, limit: limits.list).markup
    if headline == nil {
      body += HTMLObjective(context: context).markup
      body += HTMLRun(context: context).markup
    }
    let title = headline?.sentence ?? HeadlineFacts(context).sentence(document.totals)
    return HTMLPage(title: title, body: body).markup.rendered
  }
}
