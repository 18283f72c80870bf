import PlanDocument
import Portfolio

/// Section "Days inside the periods".
extension Rederivation {
  /// An option of the period model on the day that an assignment names, where that is a permitted start in the same period;
  /// else the option as it is, which the assignment then contradicts.
  func dated(_ option: PlannedOption, as found: Assignment, _ group: RederivedGroup) -> PlannedOption {
    guard let start = found.start, start != option.start || found.moment != momentID(of: option),
      calendar.period(of: start) == Int(option.period), !hasBegun(option)
    else { return option }
    switch option.kind {
    case .handoff: return datedHandoff(option, as: found, group) ?? option
    case .assign: return datedAssignment(option, start) ?? option
    case .stay, .cover, .unassigned: return option
    }
  }

  private func datedHandoff(
    _ option: PlannedOption, as found: Assignment, _ group: RederivedGroup
  ) -> PlannedOption? {
    let csm = Int(option.csm)
    let permitted = starts(of: moving(group.members, to: csm), in: Int(option.period)).filter { suits($0, csm) }
    for start in permitted where start.start == found.start {
      var dated = option
      (dated.moment, dated.start, dated.effective) = (start.moment, start.start, start.effective)
      let isPresent = csms[csm].lastDay.map { $0 >= start.effective } ?? true
      if isPresent, momentID(of: dated) == found.moment, agreed(dated, group).option != nil { return dated }
    }
    return nil
  }

  private func datedAssignment(_ option: PlannedOption, _ start: CalendarDate) -> PlannedOption? {
    let csm = csms[Int(option.csm)]
    guard (csm.startDate ?? start) <= start, start <= (csm.lastDay ?? start), !(csm.leave?.contains(start) ?? false)
    else { return nil }
    var dated = option
    (dated.start, dated.effective) = (start, start)
    return dated
  }
}
