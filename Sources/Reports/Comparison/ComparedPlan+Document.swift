public import PlanDocument

extension ComparedPlan.Facts {
  /// Counted as the report of the plan counts them.
  public init(_ document: PlanDocument) {
    let context = ReportContext(document)
    let headline = HeadlineFacts(context)
    let totals = document.totals
    let people = document.books.filter { $0.kind == "person" && $0.after.accounts > 0 }
    self.init(
      accounts: totals.accounts, csms: totals.csms, objective: document.objective,
      objectiveByRule: document.objectiveByRule, certifiedBound: document.certifiedBound,
      certifiedGap: document.certifiedGap, lowestUtilisation: headline.spreadAfter?.lowerBound,
      highestUtilisation: headline.spreadAfter?.upperBound, overloaded: headline.overAfter,
      overloadedSometime: headline.overAnyAfter, unassigned: totals.unassigned, moves: headline.changes,
      movesByChoice: totals.moves, arrMoved: totals.arrMoved, fewestAtRisk: people.map(\.after.atRisk).min() ?? 0,
      mostAtRisk: people.map(\.after.atRisk).max() ?? 0, shortages: document.shortages.count,
      seconds: document.run.seconds, loads: context.loads.map(ComparedPlan.Load.init))
  }
}

extension ComparedPlan.Load {
  init(_ load: LoadFigure) {
    self.init(
      csm: load.book.csm, name: load.book.name,
      periods: load.book.periods.map {
        $0.capacity > 0 ? NumberText.wholePercent($0.minutes, of: $0.capacity) : nil
      })
  }
}
