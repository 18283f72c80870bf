import PlanDocument
import Portfolio

enum SampleExplanations {
  static func reason(_ row: SamplePlan.Row) -> String {
    if row.csm == nil { return "\(row.name) has nobody; Elif Yılmaz starts in time and knows the segment." }
    if row.moment == "departure" {
      return "Dana Whitfield leaves on 2027-01-15; \(row.hours) hours a month would be left without a CSM."
    }
    if row.tier == "small" { return "A small account that the pool serves for 60 % of the effort." }
    return "Ann Archer carries 135 % of her capacity; this takes \(row.hours) hours a month off her book."
  }

  static let all = Explanations(
    moves: SamplePlan.moved.map(move), stays: stays,
    csms: [
      CSMExplanation(
        csm: "ANN", summary: "Ann Archer gives 4 accounts and falls from 135 % to 56 % of capacity.",
        exchange: BookExchange(
          received: BookExchange.Side(accounts: 0, atRisk: 0, arr: 0, minutes: 0, reasons: []),
          given: BookExchange.Side(
            accounts: 4, atRisk: 1, arr: 400_000, minutes: 2_400,
            reasons: [
              BookExchange.Reason(rule: "capacity", accounts: 3), BookExchange.Reason(rule: "region", accounts: 1),
            ]),
          covered: 2))
    ],
    bundles: [
      MoveBundle(
        accounts: ["A03", "A04"], gain: SamplePlan.hours(61),
        summary: "Kestrel and the Société share a parent; one without the other would split the family.")
    ],
    plan: ["Most of what is left to pay is the account nobody can take and the load of December."])

  static let stays = [
    StayExplanation(
      account: "A05", csm: "ANN",
      summary:
        "Brightwater Energy is at risk and locked: a change of hands now would cost more than it relieves.",
      alternatives: [
        Alternative(
          csm: "BEN", period: 1, forbiddenBy: "lock", note: "At risk; the lock ends when health recovers."),
        Alternative(
          csm: "CHL", period: 2, extra: SamplePlan.hours(38), note: "Continuity outweighs the relief."),
      ]),
    StayExplanation(
      account: "A24", csm: "", summary: "Nobody on the team covers LATAM.", alternatives: []),
  ]

  static let breaches = [
    InheritedBreachDocument(
      rule: "capacity", csm: "ANN", period: 0, before: 34 * 60, after: 20 * 60, unit: "minutes",
      message: "Ann Archer arrives 34 hours over her capacity in December."),
    InheritedBreachDocument(
      rule: "region", csm: "FAT", account: "A20",
      message: "בית הקפה הגדול is in EMEA, which is not covered by its CSM."),
  ]

  static let shortages = [
    ShortageDocument(
      kind: "region", value: "LATAM", accounts: 1, minutes: 720,
      message: "No CSM covers LATAM; Ijssel Maritime waits.")
  ]

  static let limits = [
    BindingLimit(
      rule: "capacity", resource: "hours/CHL/1", message: "Chloé Dubois-Lefèvre is full in Jan 2027."),
    BindingLimit(
      rule: "handoff-slots", resource: "slots-in/ELI/0",
      message: "Elif Yılmaz has no further slot in Dec 2026."),
  ]

  private static func move(_ row: SamplePlan.Row) -> MoveExplanation {
    let forced = row.moment == "departure"
    return MoveExplanation(
      account: row.id, kind: row.csm == nil ? .assign : .handoff, from: row.csm, to: row.to ?? "",
      summary: "\(row.name) goes to \(row.to ?? ""). " + reason(row),
      gain: row.id == "A03" ? nil : PointsValue(micropoints: row.gain * 1_000_000 / 5),
      cannotStay: row.id == "A03" ? "It moves with A04." : nil,
      terms: [
        ExplanationTerm(
          rule: forced ? "coverage" : "capacity", gain: PointsValue(micropoints: row.gain * 1_000_000 / 4),
          note: "\(row.hours) hours a month leave a book that is too full"),
        ExplanationTerm(
          rule: "continuity", gain: PointsValue(micropoints: -row.gain * 1_000_000 / 20),
          note: "three years together"),
      ],
      alternatives: [
        Alternative(
          csm: "GUS", period: 1, moment: "qbr", extra: SamplePlan.hours(row.gain / 300 + 3),
          note: "fuller after it"),
        Alternative(csm: "FAT", forbiddenBy: "region", note: "does not cover \(row.region)"),
      ], bundle: ["A03", "A04"].contains(row.id) ? 0 : nil)
  }
}
