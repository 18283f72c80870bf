/// Gap against time on logarithmic axes, as SVG.
package struct GapChart: Sendable {
  package struct Series: Sendable {
    package var name: String
    package var trace: SearchTrace

    package init(name: String, trace: SearchTrace) {
      self.name = name
      self.trace = trace
    }
  }

  private let title: String
  private let series: [Series]
  /// Decades: 10^first to 10^last.
  private let times: ClosedRange<Int>
  private let gaps = -5...0

  private static let (width, height, left, top) = (760.0, 440.0, 70.0, 40.0)
  private static let (plotWidth, plotHeight) = (500.0, 340.0)
  private static let colors = [
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#7f7f7f",
  ]

  package init(title: String, series: [Series]) {
    self.title = title
    self.series = series
    let longest = series.compactMap { $0.trace.last?.seconds }.max() ?? 1
    let last = (1...6).first { Decade.power($0) >= longest } ?? 6
    times = -2...last
  }

  package var svg: String {
    let (width, height) = (Int(GapChart.width), Int(GapChart.height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" height="\(height)" \
      font-family="sans-serif" font-size="12">
      <title>\(GapChart.escaped(title))</title>
      <rect width="100%" height="100%" fill="#ffffff"/>
      <text x="\(Int(GapChart.left))" y="24" font-size="15">\(GapChart.escaped(title))</text>
      \(grid)\(curves)</svg>

      """
  }

  // MARK: - Axes

  private var grid: String {
    let (right, bottom) = (GapChart.left + GapChart.plotWidth, GapChart.top + GapChart.plotHeight)
    var text = ""
    for decade in times {
      let x = GapChart.number(position(seconds: Decade.power(decade)))
      text += "<path d=\"M\(x) \(GapChart.number(GapChart.top))V\(GapChart.number(bottom))\" stroke=\"#dddddd\"/>\n"
      text += label(Decade.text(decade) + " s", x, GapChart.number(bottom + 18), "middle")
    }
    for decade in gaps {
      let y = GapChart.number(position(gap: Decade.power(decade)))
      text += "<path d=\"M\(GapChart.number(GapChart.left)) \(y)H\(GapChart.number(right))\" stroke=\"#dddddd\"/>\n"
      text += label(Decade.text(decade + 2) + " %", GapChart.number(GapChart.left - 8), y, "end")
    }
    return text
      + label("time since the search began", GapChart.number(GapChart.left + 170), "\(Int(bottom + 40))", "start")
  }

  private func label(_ text: String, _ x: String, _ y: String, _ anchor: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor)\" fill=\"#444444\">\(GapChart.escaped(text))</text>\n"
  }

  /// Outside the axes at their ends.
  private func position(seconds: Double) -> Double {
    let share = (Decade.logarithm(seconds) - Double(times.lowerBound)) / Double(times.count - 1)
    return GapChart.left + GapChart.plotWidth * min(1, max(0, share))
  }

  private func position(gap: Double) -> Double {
    let share = (Double(gaps.upperBound) - Decade.logarithm(gap)) / Double(gaps.count - 1)
    return GapChart.top + GapChart.plotHeight * min(1, max(0, share))
  }

  // MARK: - Curves

  private var curves: String {
    series.enumerated().map { index, series in
      let color = GapChart.colors[index % GapChart.colors.count]
      let dash = index >= GapChart.colors.count ? " stroke-dasharray=\"5 3\"" : ""
      let y = GapChart.top + 10 + 20 * Double(index)
      let x = GapChart.left + GapChart.plotWidth + 16
      let name = series.trace.last?.gap == nil ? "\(series.name): no gap" : series.name
      return """
        <path d="\(path(series.trace))" fill="none" stroke="\(color)" stroke-width="2"\(dash)/>
        <path d="M\(GapChart.number(x)) \(GapChart.number(y - 4))h18" stroke="\(color)" stroke-width="2"\(dash)/>
        \(label(name, GapChart.number(x + 24), GapChart.number(y), "start"))
        """
    }.joined()
  }

  /// Steps: a gap holds until the next one.
  private func path(_ trace: SearchTrace) -> String {
    var path = ""
    for moment in trace.moments {
      guard let gap = moment.gap else { continue }
      let (x, y) = (GapChart.number(position(seconds: moment.seconds)), GapChart.number(position(gap: gap)))
      path += path.isEmpty ? "M\(x) \(y)" : "H\(x)V\(y)"
    }
    return path
  }

  private static func number(_ value: Double) -> String { DecimalText.fixed(value, digits: 1) }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
