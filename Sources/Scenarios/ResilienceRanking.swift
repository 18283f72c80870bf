import PlanDocument

/// Who hurts most by leaving, as far as certified bounds decide it.
enum ResilienceRanking {
  /// The most costly first; those without a plan before all others, because there the rules cannot even hold.
  static func sorted(_ departures: [ResilienceDeparture]) -> [ResilienceDeparture] {
    let ordered = departures.sorted { left, right in
      switch (left.facts, right.facts) {
      case (nil, nil): left.id < right.id
      case (nil, _): true
      case (_, nil): false
      case (let one?, let other?):
        (other.objective.micropoints, left.id) < (one.objective.micropoints, right.id)
      }
    }
    return ordered.map { departure in
      guard let facts = departure.facts else { return departure }
      var ranked = departure
      let others = ordered.compactMap { $0.id == departure.id ? nil : $0.facts }
      let without = ordered.count { $0.facts == nil }
      ranked.firstRank = 1 + without + others.count { costsMore($0, than: facts) }
      ranked.lastRank = ordered.count - others.count { costsMore(facts, than: $0) }
      return ranked
    }
  }

  /// For certain: its bound lies above the plan of the other.
  private static func costsMore(_ facts: ResilienceFacts, than other: ResilienceFacts) -> Bool {
    facts.certifiedBound.map { $0.micropoints > other.objective.micropoints } ?? false
  }
}
