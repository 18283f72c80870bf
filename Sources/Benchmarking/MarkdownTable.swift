/// A table of Markdown whose columns are also aligned as text: the first to the left, the others to the right.
struct MarkdownTable {
  let titles: [String]
  let rows: [[String]]

  var text: String {
    let widths = titles.indices.map { column in ([titles] + rows).map { $0[column].count }.max() ?? 0 }
    let rule = "|" + widths.enumerated().map { $0 == 0 ? bar($1 + 1) + "-" : bar($1 + 1) + ":" }.joined(separator: "|")
    return ([line(titles, widths), rule + "|"] + rows.map { line($0, widths) }).map { $0 + "\n" }.joined()
  }

  private func bar(_ count: Int) -> String { String(repeating: "-", count: count) }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { column, cell in
      let space = String(repeating: " ", count: cell.1 - cell.0.count)
      return column == 0 ? cell.0 + space : space + cell.0
    }
    return "| " + padded.joined(separator: " | ") + " |"
  }
}
