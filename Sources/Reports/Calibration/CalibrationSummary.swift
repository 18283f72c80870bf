public import PlanDocument
import Portfolio

/// A calibration for the terminal: one row for each coefficient.
public struct CalibrationSummary: Sendable {
  private let document: CalibrationDocument
  private let style: TerminalStyle
  private let workspace: String
  private let policy: String?

  /// `policy` is the file that was written.
  public init(_ document: CalibrationDocument, color: Bool = false, workspace: String = ".", policy: String? = nil) {
    self.document = document
    self.workspace = workspace
    self.policy = policy
    style = TerminalStyle(color: color)
  }

  public func render() -> String {
    let sections = [headline, table(.minutes), table(.percent), notes, next]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var headline: [String] {
    let days = document.to.days(since: document.from) + 1
    return [
      style.bold("What accounts take, by activities of \(document.from) to \(document.to) (\(days) days)"),
      "\(NumberText.plural(document.accounts, "account", "accounts")) of \(NumberText.grouped(document.allAccounts)); "
        + (document.isRobust ? "robust fit" : "least squares")
        + "; renewals and onboarding ends taken off at the hours of the policy",
    ]
  }

  private func table(_ unit: CalibratedCoefficient.Unit) -> [String] {
    let rows = document.coefficients.filter { $0.unit == unit }
    guard !rows.isEmpty else { return [] }
    let title = unit == .minutes ? "Hours a month, by tier" : "Percent of the base"
    return [style.bold(line(title, "policy", "log", "90 % range", "accounts"))] + rows.map(row)
  }

  private func row(_ coefficient: CalibratedCoefficient) -> String {
    let name = CalibrationWords.name(coefficient)
    let now = shown(coefficient.now, coefficient.unit)
    let accounts = NumberText.grouped(coefficient.accounts)
    guard let fitted = coefficient.fitted, let low = coefficient.low, let high = coefficient.high else {
      return line(name, now, "stays", "", accounts) + style.quiet("  " + CalibrationWords.reason(coefficient, document))
    }
    let range = "\(shown(low, coefficient.unit)) to \(shown(high, coefficient.unit))"
    let clipped = coefficient.state == .clipped ? "  clipped: the policy takes nothing beyond" : ""
    return line(name, now, shown(fitted, coefficient.unit), range, accounts) + style.quiet(clipped)
  }

  private func line(_ name: String, _ now: String, _ fitted: String, _ range: String, _ accounts: String) -> String {
    TerminalColumns.fitted("  " + Terminal(escaping: name).rendered, 28)
      + [(now, 8), (fitted, 9), (range, 18), (accounts, 10)].map { TerminalColumns.fitted($0, $1, right: true) }
      .joined()
  }

  private func shown(_ value: Int64, _ unit: CalibratedCoefficient.Unit) -> String {
    unit == .minutes ? NumberText.hours(minutes: value) : (value < 0 ? NumberText.minus : "+") + "\(value.magnitude)"
  }

  private var notes: [String] {
    let counts = document.leftOut
    let parts = [
      (counts.inPool, "in pools"), (counts.heldTooShort, "taken over after the log begins"),
      (counts.withoutLog, "of CSMs without a row in the log"), (counts.changed, "changed meanwhile"),
      (counts.nobody, "without a CSM"), (counts.smallTier, "of small tiers"),
    ].filter { $0.0 > 0 }.map { "\(NumberText.grouped($0.0)) \($0.1)" }
    let leftOut = parts.isEmpty ? [] : ["Not counted: \(parts.joined(separator: ", "))."]
    guard document.givenEfforts > 0 else { return leftOut }
    return leftOut + [
      "\(NumberText.plural(document.givenEfforts, "account has", "accounts have")) effort_hours in accounts.csv: a plan takes those, and no estimate."
    ]
  }

  private var next: [String] {
    let file = policy.map { Terminal(escaping: $0).rendered }
    let folder = Terminal(escaping: workspace).rendered
    return [
      file.map { "Written: \($0)\nTo plan with it: ballast plan \(folder) --scenario \($0)" }
        ?? "To plan with it, write a scenario: ballast calibrate \(folder) --policy FILE"
    ]
  }
}
