public import PlanDocument

/// How many hires are needed, as a page of a terminal.
public struct HeadcountText: Sendable {
  private let document: HeadcountDocument
  private let style: TerminalStyle

  public init(_ document: HeadcountDocument, color: Bool) {
    self.document = document
    style = TerminalStyle(color: color)
  }

  public func render() -> String {
    var lines = [style.bold(HeadcountText.verdict(document))]
    if document.outcome != .enough { lines += shortfall }
    lines += ["", style.bold("Candidates")]
    lines.append(row(["hires", "profile", "regions", "domains", "hours"]))
    lines += document.profiles.map { profile in
      row([
        profile.hires > 0 ? NumberText.grouped(profile.hires) : "-", profile.id,
        profile.regions.joined(separator: ", "), profile.domains.joined(separator: ", "),
        NumberText.hours(minutes: profile.minutes),
      ])
    }
    lines += [""] + plan
    lines.append(style.quiet("Inside: nobody above the band in a steady month, no account without a CSM at the end."))
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ cells: [String]) -> String {
    ResilienceText.fitted(cells, [7, 37, 15, 33, 8], left: [0, 1, 2, 3])
  }

  /// `2 hires are enough; 1 is proven not to be.`
  public static func verdict(_ document: HeadcountDocument) -> String {
    let (atLeast, most) = (document.atLeast, document.most)
    guard let hires = document.hires else {
      let these = NumberText.plural(most, "hire", "hires")
      if document.outcome == .impossible {
        return "Proven: with up to \(these) of these profiles somebody stays above the band or some account has nobody."
      }
      let least = atLeast > 0 ? "; fewer than \(atLeast) are proven not to be enough" : ""
      return "Undecided: up to \(these) were not found to be enough\(least)."
    }
    if hires == 0 { return "No hire is needed: there is a plan with everybody inside the band." }
    let enough = hires == 1 ? "1 hire is enough" : "\(hires) hires are enough"
    if hires == 1, atLeast == 1 { return "\(enough); without any it is proven not to work." }
    if hires == atLeast { return "\(enough); \(hires - 1) \(hires == 2 ? "is" : "are") proven not to be." }
    let needed = atLeast == 1 ? "at least 1 is" : "at least \(atLeast) are"
    return "\(enough); \(atLeast == 0 ? "whether any is needed is open" : "\(needed) proven to be needed")."
  }

  private var shortfall: [String] {
    let above = document.aboveBand.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var lines: [String] = []
    if !above.isEmpty {
      let named = above.prefix(5).map { "\($0.key) \(NumberText.hours(minutes: $0.value)) h" }
      lines.append("Above the band in the best plan found: \(named.joined(separator: ", "))")
    }
    if document.unassigned > 0 {
      lines.append("\(NumberText.plural(document.unassigned, "account", "accounts")) with nobody in it.")
    }
    return lines.map { Terminal(escaping: $0).rendered }
  }

  private var plan: [String] {
    var lines: [String] = []
    if let cost = document.cost {
      let bound = document.costBound.map { ", no plan with so many costs less than \(NumberText.hours($0))" } ?? ""
      lines.append("Cheapest plan inside the bands: \(NumberText.hours(cost))\(bound).")
    }
    if let facts = document.plan {
      lines.append("Plan of the scenario, verified: \(ComparisonText.line(facts)).")
      if let price = document.raisedPrice {
        lines.append(
          "At the policy's own prices the plan would leave somebody above the band, because moving accounts costs more;"
        )
        lines.append("the scenario raises the price of a minute above it to \(NumberText.grouped(price)).")
      }
      if let above = document.planAboveBand, above > 0 || facts.unassigned > 0 {
        lines.append(
          style.warning(
            "It still leaves \(NumberText.hours(minutes: above)) h a month above the band and \(facts.unassigned) accounts with nobody."
          ))
      }
    }
    return lines
  }
}
