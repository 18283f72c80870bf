import PlanDocument
import Portfolio

/// The review as one self-contained HTML file: the three questions first.
struct ReviewPage {
  /// Rows of a list; the rest is in a file.
  static let rows = 25

  let context: ReviewContext

  func render() -> String {
    let lists = ReviewLists(context: context)
    let spots = ReviewBlindSpots(context: context)
    var body = ReviewHeadline(context: context).markup
    body += nav
    body += lists.risk + lists.expansion + lists.unseen
    body += spots.silent + spots.others
    body += ReviewAttention(context: context).markup
    body += ReviewForecast(context: context).markup
    body += ReviewMatrices(context: context).markup
    body += ReviewConcentration(context: context).markup
    body += ReviewCriteria(context: context).markup
    body += ReviewDefinitions(context: context).markup
    let title = ReviewHeadline.sentence(context.document)
    return HTMLPage(kind: "review", title: title, body: body, style: ReviewStyle.sheet).markup.rendered
  }

  private var nav: HTML {
    let links: [HTML] = [
      "<li><a href=\"#risk\">At risk</a></li>", "<li><a href=\"#expansion\">Who could grow</a></li>",
      "<li><a href=\"#unseen\">Not looked at</a></li>", "<li><a href=\"#silent\">Silent</a></li>",
      "<li><a href=\"#spots\">Blind spots</a></li>", "<li><a href=\"#attention\">Attention</a></li>",
      "<li><a href=\"#forecast\">Hours ahead</a></li>",
      "<li><a href=\"#matrix\">Matrix</a></li>", "<li><a href=\"#concentration\">Concentration</a></li>",
      "<li><a href=\"#rules\">Rules</a></li>", "<li><a href=\"#meaning\">What the words mean</a></li>",
    ]
    return "<nav aria-label=\"Sections\"><ul>\(links.joined(separator: ""))</ul></nav>\n"
  }
}
