import PlanDocument

/// The loads of every plan in a steady month as small multiples: the same people in the same order on one scale.
struct LoadMultiples {
  private let plans: [(name: String, loads: [String: Int64])]
  /// Ids of everybody who has capacity in some plan, the fullest book of the first plan first.
  private let people: [(id: String, name: String)]
  /// The top of the axis in percent of capacity.
  private let scale: Int64

  init(plans: [ComparedPlan]) {
    let known = plans.compactMap { plan in plan.facts.map { (plan.name, $0.loads) } }
    var names: [String: String] = [:]
    for load in known.flatMap(\.1) { names[load.csm] = load.name ?? load.csm }
    let drawn = known.map { name, loads in (name: name, loads: LoadMultiples.steady(loads)) }
    let reference = drawn.first?.loads ?? [:]
    let everybody = Set(drawn.flatMap { $0.loads.keys })
    self.plans = drawn
    people = everybody.sorted { left, right in
      let (one, other) = (reference[left] ?? -1, reference[right] ?? -1)
      return one == other ? left < right : one > other
    }.map { ($0, names[$0] ?? $0) }
    scale = min(200, max(120, drawn.flatMap(\.loads.values).max() ?? 0))
  }

  private static func steady(_ loads: [ComparedPlan.Load]) -> [String: Int64] {
    var result: [String: Int64] = [:]
    for load in loads { if let share = load.periods.last ?? nil { result[load.csm] = share } }
    return result
  }

  var isEmpty: Bool { people.isEmpty }

  var markup: HTML {
    let figures = plans.map { figure($0.name, $0.loads) }
    return """
      <svg width="0" height="0" aria-hidden="true"><defs><pattern id="over" width="6" height="6" \
      patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="f-over" width="6" height="6"/>\
      <rect class="f-overhatch" width="2" height="6"/></pattern></defs></svg>
      <div class="courses">
      \(figures.joined(separator: ""))</div>

      """
  }

  private func figure(_ name: String, _ loads: [String: Int64]) -> HTML {
    let columns = people.enumerated().map { column($1.name, loads[$1.id], at: $0) }
    let full = coordinate(height(100))
    let label =
      "\(name), percent of capacity: "
      + people.map { "\($0.name) \(loads[$0.id].map(String.init) ?? "away")" }
      .joined(separator: ", ")
    return """
      <figure><figcaption>\(HTML.name(name))</figcaption><svg role="img" aria-label="\(label)" width="100%" \
      height="110">\(columns.joined(separator: ""))<line class="l-full" x1="0" x2="100%" y1="\(full)%" y2="\(full)%"/>\
      </svg></figure>

      """
  }

  private func column(_ name: String, _ share: Int64?, at index: Int) -> HTML {
    guard let share else { return "" }
    let width = 100_000 / Int64(people.count)
    let (x, wide) = (coordinate(Int64(index) * 100_000 / Int64(people.count) + width / 10), coordinate(width * 8 / 10))
    let (top, full) = (height(share), height(100))
    var markup: HTML = """
      <rect class="f-after" x="\(x)%" y="\(coordinate(max(top, full)))%" width="\(wide)%" \
      height="\(coordinate(100_000 - max(top, full)))%"><title>\(name) \(share) %</title></rect>
      """
    if top < full {
      markup += """
        <rect class="over" fill="url(#over)" x="\(x)%" y="\(coordinate(top))%" width="\(wide)%" \
        height="\(coordinate(full - top))%"><title>\(name) \(share) %</title></rect>
        """
    }
    return markup
  }

  /// Thousandths of a percent from the top.
  private func height(_ share: Int64) -> Int64 { 100_000 - min(share, scale) * 100_000 / scale }
  private func coordinate(_ value: Int64) -> String { NumberText.coordinate(value) }
}
