import PlanDocument

/// What the searches of a frontier say together.
struct FrontierCurve {
  let points: [FrontierDocument.Point]

  /// - Parameters:
  ///   - searches: by ascending value of the axis.
  ///   - isLimit: a plan or a bound of one search then holds for others; of a price it says nothing about another price.
  init(_ searches: [(at: Int64, facts: ComparedPlan.Facts)], isLimit: Bool) {
    var result: [FrontierDocument.Point] = []
    var best: (at: Int64, facts: ComparedPlan.Facts)?
    for search in searches {
      let isBetter = best.map { search.facts.objective.micropoints < $0.facts.objective.micropoints } ?? true
      let chosen = isLimit && !isBetter ? best ?? search : search
      result.append(FrontierCurve.point(search.at, chosen, search.facts, isDominated: isLimit && !isBetter))
      if isBetter || !isLimit { best = search }
    }
    if isLimit { FrontierCurve.carryBounds(&result) }
    points = result
  }

  private static func point(
    _ value: Int64, _ chosen: (at: Int64, facts: ComparedPlan.Facts), _ own: ComparedPlan.Facts, isDominated: Bool
  ) -> FrontierDocument.Point {
    FrontierDocument.Point(
      at: value, objective: chosen.facts.objective, certifiedBound: own.certifiedBound, planAt: chosen.at,
      moves: chosen.facts.movesByChoice, arrMoved: chosen.facts.arrMoved, overloaded: chosen.facts.overloaded,
      unassigned: chosen.facts.unassigned, isDominated: isDominated, seconds: own.seconds ?? 0)
  }

  /// A stricter limit cannot cost less than a looser one at least costs.
  private static func carryBounds(_ points: inout [FrontierDocument.Point]) {
    for index in points.indices.dropLast().reversed() {
      guard let looser = points[index + 1].certifiedBound else { continue }
      let own = points[index].certifiedBound
      points[index].certifiedBound = PointsValue(micropoints: max(own?.micropoints ?? .min, looser.micropoints))
    }
  }

  /// The point farthest below the straight line between the ends of the curve (V. Satopaa et al. 2011, "Finding a
  /// 'Kneedle' in a Haystack", section II), in shares of both axes; `nil` where none lies a twentieth below it.
  static func knee(_ points: [FrontierDocument.Point]) -> Int64? {
    guard let first = points.first, let last = points.last, first.at < last.at else { return nil }
    let width = Double(last.at - first.at)
    let fall = Double(first.objective.micropoints) - Double(last.objective.micropoints)
    guard fall > 0 else { return nil }
    let depths = points.map { point in
      let bought = (Double(first.objective.micropoints) - Double(point.objective.micropoints)) / fall
      return bought - Double(point.at - first.at) / width
    }
    guard let deepest = depths.indices.max(by: { depths[$0] < depths[$1] }), depths[deepest] >= 0.05 else { return nil }
    return points[deepest].at
  }
}
