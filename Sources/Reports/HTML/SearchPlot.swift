/// Step lines over a grid, in shares of the box: 0 is left and bottom, 1 right and top.
struct SearchPlot {
  struct Mark {
    let position: Double
    let text: String
  }

  struct Line {
    /// Of the style sheet.
    let name: String
    /// In the order of time; `nil` where the line has not begun or has ended.
    let steps: [(x: Double, y: Double?)]
  }

  let lines: [Line]
  let times: [Mark]
  let levels: [Mark]

  private static let height: Int64 = 210
  /// Below the box, for the labels of the times.
  private static let foot: Int64 = 22

  /// - Parameter label: what is to be seen, for those who cannot see it.
  func markup(label: String) -> HTML {
    """
    <svg class="plot" role="img" aria-label="\(label)" width="100%" height="\(Self.height + Self.foot)">\
    <title>\(label)</title>\(levels.map(level))\(times.map(time))\
    <svg viewBox="0 0 10000 10000" preserveAspectRatio="none" width="100%" height="\(Self.height)">\
    \(lines.map(path))</svg></svg>
    """
  }

  private func level(_ mark: Mark) -> HTML {
    let y = NumberText.coordinate(Int64(((1 - mark.position) * Double(Self.height) * 1000).rounded()))
    let text = NumberText.coordinate(Int64(((1 - mark.position) * Double(Self.height) * 1000).rounded()) - 4_000)
    return """
      <line class="grid" x1="0" x2="100%" y1="\(y)" y2="\(y)"/><text x="0" y="\(text)">\(mark.text)</text>
      """
  }

  private func time(_ mark: Mark) -> HTML {
    let x = NumberText.coordinate(Int64((mark.position * 100_000).rounded()))
    let anchor = mark.position < 0.04 ? "start" : mark.position > 0.96 ? "end" : "middle"
    return """
      <line class="grid" x1="\(x)%" x2="\(x)%" y1="0" y2="\(Self.height)"/>\
      <text x="\(x)%" y="\(Self.height + 16)" text-anchor="\(anchor)">\(mark.text)</text>
      """
  }

  /// Every value holds until the next one.
  private func path(_ line: Line) -> HTML {
    var commands = ""
    for step in line.steps {
      let x = Int64((step.x * 10_000).rounded())
      guard let share = step.y else { continue }
      let y = Int64(((1 - share) * 10_000).rounded())
      commands += commands.isEmpty ? "M\(x) \(y)" : "H\(x)V\(y)"
    }
    return commands.isEmpty ? "" : "<path class=\"\(line.name)\" d=\"\(commands)\"/>"
  }
}
