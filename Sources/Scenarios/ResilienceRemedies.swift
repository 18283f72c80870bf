import PlanDocument
import Portfolio
import Workspace

/// What might soften a resignation: trainings and a hire, derived from what its plan is short of. Whether they do, only
/// a plan tells.
struct ResilienceRemedies {
  let team: ResilienceTeam
  private static let mostTrainings = 3

  /// A departure with what its plan was short of.
  struct Loss {
    let departure: ResilienceDeparture
    let needs: [ExpertiseNeed]
    let spare: [String: Int64]
  }

  struct Trial: Sendable {
    var remedy: ResilienceRemedy
    var draft: ScenarioDraft
  }

  func trials(_ loss: Loss) -> [Trial] {
    let leaving = Set(loss.departure.csms)
    let sole = team.soleExpertise(of: leaving).map { ExpertiseNeed(domain: $0.domain, region: $0.region) }
    let needs = loss.needs + sole.filter { !loss.needs.contains($0) }
    let trainings = needs.prefix(ResilienceRemedies.mostTrainings).compactMap { training($0, loss, leaving) }
    let hires = team.portfolio.csms.filter { leaving.contains($0.id) }.map { hire(like: $0, loss) }
    return ResilienceRemedies.numbered(trainings) + ResilienceRemedies.numbered(hires)
  }

  private static func numbered(_ trials: [Trial]) -> [Trial] {
    trials.enumerated().map { index, trial in
      var trial = trial
      trial.remedy.id = "\(trial.remedy.departure)-\(trial.remedy.kind.rawValue)-\(index + 1)"
      return trial
    }
  }

  /// Whoever serves the region, lacks the domain and has the most hours to spare learns it.
  private func training(_ need: ExpertiseNeed, _ loss: Loss, _ leaving: Set<String>) -> Trial? {
    let able = team.remaining(without: leaving).filter {
      $0.kind == .person && team.serves($0, need.region) && $0.domains[need.domain] == nil
    }
    let spare = { (csm: CSM) in loss.spare[csm.id] ?? .min }
    guard let trainee = able.min(by: { (spare($1), $0.id) < (spare($0), $1.id) }) else { return nil }
    let remedy = ResilienceRemedy(
      id: "", kind: .training, departure: loss.departure.id, csm: trainee.id, name: trainee.name,
      domains: [need.domain], region: need.region, status: .planned)
    var draft = draft(loss, "\(trainee.displayName) learns \(need.domain)")
    draft.trained = [(trainee.id, trainee.domains.merging([need.domain: .expert]) { _, new in new })]
    return Trial(remedy: remedy, draft: draft)
  }

  /// Somebody who can do what the one who leaves can do, and starts on the first day of the plan with the usual ramp.
  private func hire(like csm: CSM, _ loss: Loss) -> Trial {
    var hire = CSM(id: unusedID(), regions: csm.regions)
    (hire.kind, hire.domains, hire.tiers, hire.languages) = (.open, csm.domains, csm.tiers, csm.languages)
    (hire.capacity, hire.ftePercent, hire.timeZone) = (csm.capacity, csm.ftePercent, csm.timeZone)
    hire.startDate = team.portfolio.asOf
    let remedy = ResilienceRemedy(
      id: "", kind: .hire, departure: loss.departure.id, csm: hire.id,
      name: nil, domains: csm.domains.keys.sorted(), region: csm.regions.joined(separator: ", "), status: .planned)
    var draft = draft(loss, "somebody like \(csm.displayName) is hired on \(team.portfolio.asOf)")
    draft.added = [hire]
    return Trial(remedy: remedy, draft: draft)
  }

  private func unusedID() -> String {
    let known = Set(team.portfolio.csms.map(\.id))
    return (1...).lazy.map { "hire-\($0)" }.first { !known.contains($0) } ?? "hire"
  }

  private func draft(_ loss: Loss, _ words: String) -> ScenarioDraft {
    var draft = ScenarioDraft.resignation(loss.departure, on: team.lastDay)
    draft.name += ", \(words)"
    return draft
  }
}

extension ScenarioDraft {
  static func resignation(_ departure: ResilienceDeparture, on day: CalendarDate) -> ScenarioDraft {
    let isOne = departure.csms.count == 1
    var draft = ScenarioDraft(
      name: "\(departure.names.joined(separator: " and ")) \(isOne ? "leaves" : "leave")",
      why: "Made by ballast resilience.")
    draft.leaving = departure.csms.map { ($0, day) }
    return draft
  }
}
