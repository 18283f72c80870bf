public import PlanDocument

/// A study of resilience as a page of a terminal.
public struct ResilienceText: Sendable {
  private let document: ResilienceDocument
  private let style: TerminalStyle

  public init(_ document: ResilienceDocument, color: Bool) {
    self.document = document
    style = TerminalStyle(color: color)
  }

  private static let most = 20

  public func render() -> String {
    let words = ResilienceWords(document: document)
    var lines = [style.bold(Terminal(escaping: words.headline).rendered)]
    lines += TerminalColumns.wrapped(words.today, 100, indent: "", lines: 3)
    if let stopped = words.stopped { lines.append(style.warning(stopped)) }
    lines += ["", style.bold(words.title)] + table(words.single)
    if !words.pairs.isEmpty {
      let all = document.pairs ?? words.pairs.count
      lines += ["", style.bold("If two of a team leave (\(words.pairs.count) of \(all) pairs)")] + table(words.pairs)
    }
    lines += withoutPlan + soleExpertise(words) + remedies(words)
    lines += [
      "",
      style.quiet("Place: what the certified bounds leave open. Loss: what the plan costs more than with everybody;"),
      style.quiet("between: what the two best plans certainly differ by. > band, > hard: hours above the band and the"),
      style.quiet("hard limit in a steady month. Inside: days until nobody who remains is above the band."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func table(_ departures: [ResilienceDeparture]) -> [String] {
    var lines = [row(["place", "", "loss", "between (h)", "nobody", "> band", "> hard", "inside", "gap"])]
    for departure in departures.prefix(ResilienceText.most) { lines.append(row(cells(departure))) }
    if departures.count > ResilienceText.most {
      lines.append(style.quiet("and \(departures.count - ResilienceText.most) more, see resilience.html"))
    }
    return lines
  }

  private func cells(_ departure: ResilienceDeparture) -> [String] {
    let facts = departure.facts
    return [
      ResilienceWords.rank(departure), ResilienceWords.name(departure), ResilienceWords.found(departure.loss),
      departure.loss == nil ? "" : ResilienceWords.interval(departure.loss), NumberText.grouped(departure.unassigned),
      facts.map { NumberText.hours(minutes: $0.steadyMinutesAboveBand) } ?? "",
      facts.map { NumberText.hours(minutes: $0.steadyMinutesAboveHard) } ?? "",
      ResilienceWords.inside(facts), ResilienceWords.gap(facts),
    ]
  }

  private var withoutPlan: [String] {
    let lines = document.departures.filter { $0.facts == nil }.map { departure in
      let reason = departure.reasons.first ?? "There is no plan."
      return "  \(Terminal(escaping: "\(ResilienceWords.name(departure)): \(reason)").rendered)"
    }
    return lines.isEmpty ? [] : ["", style.bold("Without a plan")] + lines
  }

  private func soleExpertise(_ words: ResilienceWords) -> [String] {
    let lines = words.single.flatMap { departure in
      ResilienceWords.sole(departure).map {
        "  \(Terminal(escaping: ResilienceWords.name(departure) + ": " + $0).rendered)"
      }
    }
    return lines.isEmpty ? [] : ["", style.bold("What only one person knows")] + lines.prefix(ResilienceText.most)
  }

  private func remedies(_ words: ResilienceWords) -> [String] {
    guard !document.remedies.isEmpty else { return [] }
    let lines = document.remedies.map { remedy in
      let name = words.departure(of: remedy).map(ResilienceWords.name) ?? ""
      return remedyRow([
        ResilienceWords.remedy(remedy), name, ResilienceWords.found(remedy.saved), words.share(remedy),
        ResilienceWords.interval(remedy.saved), ResilienceWords.verdict(remedy),
      ])
    }
    return ["", style.bold("What to train or hire first, each planned again")]
      + [remedyRow(["", "if this one leaves", "saves", "of loss", "between (h)", ""])] + lines
  }

  private func row(_ cells: [String]) -> String {
    ResilienceText.fitted(cells, [7, 20, 12, 22, 7, 8, 8, 10, 8], left: [0, 1])
  }

  private func remedyRow(_ cells: [String]) -> String {
    ResilienceText.fitted(cells, [37, 19, 11, 8, 20, 11], left: [0, 1])
  }

  static func fitted(_ cells: [String], _ widths: [Int], left: Set<Int>) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      let isLeft = left.contains(index)
      let text = TerminalColumns.fitted(Terminal(escaping: cell.0).rendered, cell.1 - 1, right: !isLeft)
      return isLeft ? text + " " : " " + text
    }.joined()
  }

  /// One resignation in a line, for those who wait.
  public static func line(_ departure: ResilienceDeparture) -> String {
    let name = ResilienceWords.name(departure)
    let verb = departure.csms.count == 1 ? "leaves" : "leave"
    guard let facts = departure.facts else {
      return Terminal(escaping: "\(name) \(verb): \(departure.reasons.first ?? "no plan")").rendered
    }
    let unassigned = departure.unassigned > 0 ? ", \(departure.unassigned) with nobody" : ""
    return Terminal(
      escaping:
        "\(name) \(verb): \(ResilienceWords.found(departure.loss)), \(departure.takenOver) taken over\(unassigned), "
        + "gap \(ResilienceWords.gap(facts)), \(NumberText.seconds(facts.seconds))"
    ).rendered
  }

  public static func line(_ remedy: ResilienceRemedy) -> String {
    Terminal(escaping: "\(ResilienceWords.remedy(remedy)): saves \(ResilienceWords.found(remedy.saved))").rendered
  }

  public static func line(_ facts: ResilienceFacts) -> String {
    "\(NumberText.hours(facts.objective)), gap \(ResilienceWords.gap(facts)), \(NumberText.seconds(facts.seconds))"
  }
}
