package import PlanDocument

/// A calibration as a scenario that `ballast plan --scenario` lays over the workspace. The same document gives the same bytes.
package struct CalibrationFragment {
  private let document: CalibrationDocument

  package init(_ document: CalibrationDocument) { self.document = document }

  /// YAML. Of tiers all bases are written, so that a policy with one number for all keeps it where nothing was fitted.
  package var text: String {
    let bases = document.coefficients.filter { $0.unit == .minutes }
    let percents = document.coefficients.filter { $0.unit == .percent && $0.fitted != nil }
    let kind = document.isRobust ? "robust fit" : "least squares"
    return """
      # Written by `ballast calibrate --policy` from activities of \(document.from) to \(document.to):
      # \(document.accounts) accounts, \(kind), ranges from \(document.draws) draws. Hours without those of renewals and onboarding ends.
      name: \(YAMLText.quoted("Efforts as the activity log has them"))
      why: \(YAMLText.quoted("Estimates of effort fitted to activities of \(document.from) to \(document.to)."))
      policy:
        effort.base_hours:

      """ + bases.map(base).joined() + percents.map(percent).joined()
  }

  private func base(_ coefficient: CalibratedCoefficient) -> String {
    let name = YAMLText.quoted(coefficient.tier ?? "")
    return "    \(name): \(hours(coefficient.fitted ?? coefficient.now))\(note(coefficient, hours))\n"
  }

  private func percent(_ coefficient: CalibratedCoefficient) -> String {
    "  effort.\(coefficient.key): \(coefficient.fitted ?? coefficient.now)\(note(coefficient) { String($0) })\n"
  }

  private func note(_ coefficient: CalibratedCoefficient, _ shown: (Int64) -> String) -> String {
    guard let low = coefficient.low, let high = coefficient.high, coefficient.fitted != nil else {
      return "  # as in the policy: \(coefficient.accounts) accounts are too few"
    }
    let clipped = coefficient.state == .clipped ? "; clipped" : ""
    return
      "  # was \(shown(coefficient.now)); \(shown(low)) to \(shown(high)), \(coefficient.accounts) accounts\(clipped)"
  }

  /// Two decimals, which name a minute.
  private func hours(_ minutes: Int64) -> String {
    let hundredths = (minutes * 100 + 30) / 60
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    return "\(whole)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
