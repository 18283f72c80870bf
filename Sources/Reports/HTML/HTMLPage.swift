/// The shell of the page. The content security policy is a second lock: should anything ever slip through the
/// escaping, the browser still runs no script and loads nothing.
struct HTMLPage {
  /// What the page shows: a plan, a review.
  var kind = "plan"
  let title: String
  let body: HTML
  /// Behind the style sheet that all pages have.
  var style: HTML = ""

  var markup: HTML {
    """
    <!DOCTYPE html>
    <html lang="en" dir="ltr">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="color-scheme" content="light">
    <title>Ballast \(kind): \(title)</title>
    <style>
    \(HTMLStyle.sheet)\(style)
    </style>
    </head>
    <body>
    <main>
    \(body)
    </main>
    </body>
    </html>

    """
  }

  /// A section with its heading and, under it, one sentence that says how to read it.
  static func section(_ id: String, _ title: String, lead: HTML? = nil, _ content: HTML) -> HTML {
    let leadMarkup: HTML = lead.map { "<p class=\"lead\">\($0)</p>\n" } ?? ""
    return """
      <section id="\(id)" aria-labelledby="\(id)-title">
      <h2 id="\(id)-title">\(title)</h2>
      \(leadMarkup)\(content)</section>

      """
  }

  /// A table that scrolls inside its own box when the page is narrow; focusable, so that keys scroll it as well.
  static func table(_ label: String, class name: String = "", head: HTML, rows: HTML) -> HTML {
    """
    <div class="scroll" role="region" aria-label="\(label)" tabindex="0">
    <table class="\(name)"><caption>\(label)</caption>
    <thead>\(head)</thead>
    <tbody>
    \(rows)</tbody>
    </table>
    </div>

    """
  }
}
