import PlanDocument

/// What a frontier says, in the words of its axis.
struct FrontierWords {
  let document: FrontierDocument

  var title: String {
    switch document.axis {
    case .moves: "What handoffs buy"
    case .arrMoved: "What moving ARR buys"
    case .value: "What \(document.path ?? "the value") changes"
    }
  }

  /// Heading of the axis.
  var axis: String {
    switch document.axis {
    case .moves: "At most so many handoffs by choice"
    case .arrMoved: "At most so much ARR moved by choice"
    case .value: document.path ?? "Value"
    }
  }

  func value(_ at: Int64) -> String {
    document.axis == .arrMoved ? NumberText.money(at, document.currency) : NumberText.grouped(at)
  }

  private func counted(_ at: Int64) -> String {
    switch document.axis {
    case .moves: NumberText.plural(Int(at), "handoff", "handoffs")
    case .arrMoved: "\(value(at)) of moved ARR"
    case .value: value(at)
    }
  }

  /// `12 handoffs buy 83 % of what 60 would: 310.2 of 372.0 h.`
  var knee: String? {
    guard let knee = document.knee, let first = document.points.first, let last = document.points.last,
      let point = document.points.first(where: { $0.at == knee })
    else { return nil }
    let whole = first.objective.micropoints - last.objective.micropoints
    let part = first.objective.micropoints - point.objective.micropoints
    let share = NumberText.percent(part, of: whole)
    let hours = { (value: Int64) in NumberText.hours(PointsValue(micropoints: value)) }
    return "\(counted(knee)) buy \(share) of what \(value(last.at)) would: \(hours(part)) of \(hours(whole))."
  }

  static func gap(_ point: FrontierDocument.Point) -> String {
    guard let bound = point.certifiedBound else { return "n/a" }
    let scale = max(1, abs(Double(point.objective.micropoints)))
    return NumberText.gap(max(0, Double(point.objective.micropoints - bound.micropoints) / scale))
  }
}
