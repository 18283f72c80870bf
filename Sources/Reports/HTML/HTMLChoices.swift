import PlanDocument

/// What else could have been planned: the ranges of the loads, and alternatives.
struct HTMLChoices {
  let context: ReportContext

  var markup: HTML { ranges + alternatives }

  private var ranges: HTML {
    guard let document = context.document.loadRanges else { return "" }
    let rows = LoadRangeLine.lines(context).map { line -> HTML in
      "<tr><th scope=\"row\">\(line.name)</th><td>\(line.text)</td><td>\(line.proven ?? "")</td></tr>\n"
    }
    let head: HTML = "<tr><th scope=\"col\">CSM</th><th scope=\"col\">Load</th><th scope=\"col\">Proven</th></tr>"
    return HTMLPage.section(
      "ranges", "What the loads could have been", lead: "\(LoadRangeLine.note(document, context))",
      HTMLPage.table("Ranges of loads", head: head, rows: rows.joined(separator: "")))
  }

  private var alternatives: HTML {
    guard let document = context.document.alternatives else { return "" }
    let rows = document.plans.map { AlternativeLine($0, context) }.map { line -> HTML in
      """
      <tr><th scope="row"><a href="\(line.file)">Plan \(String(line.number))</a></th><td>\(line.cost)</td>\
      <td>\(line.difference)</td><td>\(line.rules)</td><td>\(line.people)</td></tr>

      """
    }
    let head: HTML = """
      <tr><th scope="col">Alternative</th><th scope="col">Costs</th><th scope="col">Differs</th>\
      <th scope="col">By rule</th><th scope="col">By CSM</th></tr>
      """
    let table: HTML = rows.isEmpty ? "" : HTMLPage.table("Alternatives", head: head, rows: rows.joined(separator: ""))
    let ending: HTML = AlternativeLine.ending(document).map { "<p>\($0)</p>\n" } ?? ""
    return HTMLPage.section(
      "alternatives", "Alternatives", lead: "Other good plans, each in a file of its own.", table + ending)
  }
}
