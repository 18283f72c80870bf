import PlanDocument
import Portfolio

/// A search as it goes: a first plan far off, a bound soon, better plans and a rising claim, long waits at the end.
enum SampleSearch {
  static func document(objective: PointsValue, certified: PointsValue, claimed: PointsValue) -> SearchDocument {
    func points(_ value: PointsValue, _ hours: Double) -> PointsValue {
      PointsValue(micropoints: value.micropoints + Int64(hours * 60_000_000))
    }
    var moments = [
      SearchMoment(seconds: 0.012, phase: .construction, objective: points(objective, 900)),
      SearchMoment(seconds: 0.05, phase: .construction, objective: points(objective, 120)),
      SearchMoment(
        seconds: 0.21, phase: .relaxation, objective: points(objective, 60), bound: points(certified, -9),
        certifiedBound: points(certified, -9)),
      SearchMoment(
        seconds: 0.32, phase: .relaxation, objective: points(objective, 41), bound: certified,
        certifiedBound: certified),
    ]
    for (seconds, hours) in [(0.5, 20.0), (0.61, 9), (0.7, 4), (0.95, 1.5), (1.2, 0.6), (1.9, 0.2), (3.3, 0)] {
      let bound = seconds < 1 ? certified : points(claimed, -0.04 * hours)
      moments.append(
        SearchMoment(
          seconds: seconds, phase: .localSearch, objective: points(objective, hours), bound: bound,
          certifiedBound: certified))
    }
    moments.append(
      SearchMoment(
        seconds: 4.101, phase: .finished, objective: objective, bound: claimed, certifiedBound: certified))
    return SearchDocument(
      seconds: 4.101, counts: SearchCounts(blocks: 1_204, moves: 912_400, nodes: 18_211),
      history: SearchHistory(moments))
  }
}
