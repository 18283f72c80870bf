extension ProofChecker {
  /// The inequality that follows from adding rows and rounding the sum (mixed-integer rounding).
  mutating func derive(_ line: ProofLine) throws(Refusal) -> Row {
    let (divisor, shift) = (line.numbers[0], line.numbers[1])
    guard divisor > .zero, 0...100 ~= shift.value else { throw Refusal("A cut has an impossible divisor or shift.") }
    try line.require([
      "g": open.count, "r": multipliers.count, "c": cuts.count, "x": model.costs.count, "i": multipliers.count,
    ])
    var row = Row()
    for term in line.all("g") {
      for option in open[term.index] { try row.add(option: option, term.value) }
      try row.right += term.value
    }
    for term in line.all("r") { try add(resource: term.index, times: term.value, to: &row) }
    for term in line.all("c") { try row.add(cuts[term.index], times: term.value) }
    // The only option left of a group is chosen.
    for (option, coefficient) in row.options where open[groupOfOption[option]] == [option] {
      row.right = try row.right - coefficient
      row.options[option] = nil
    }
    try complement(line, &row)
    let (quotient, rest) = row.right.divided(by: divisor)
    let factor = try divisor - rest
    try row.replace { coefficient throws(Refusal) in
      let (whole, remainder) = coefficient.divided(by: divisor)
      return try factor * whole + max(.zero, remainder - rest)
    } intervals: { coefficient throws(Refusal) in
      min(.zero, coefficient)
    }
    row.right = try factor * quotient
    try complement(line, &row)
    // The slack of a cut that was subtracted keeps its negative coefficient, and is replaced by what it stands for.
    for term in line.all("c") where term.value < .zero { try row.add(cuts[term.index], times: Exact(0) - term.value) }
    let unit = Exact(Int128(1) << shift.value)
    try row.replace {
      $0.divided(by: unit).quotient
    } intervals: {
      $0.divided(by: unit).quotient
    }
    row.right = try row.right.dividedUp(by: unit)
    return row
  }

  private mutating func add(resource: Int, times factor: Exact, to row: inout Row) throws(Refusal) {
    if columns.isEmpty {
      columns = Array(repeating: [], count: multipliers.count)
      for option in open.joined() {
        for use in model.uses(of: option) {
          columns[Int(model.usedResources[use])].append((option, Exact(model.usedAmounts[use])))
        }
      }
    }
    for (option, amount) in columns[resource] { try row.add(option: option, factor * amount) }
    for interval in frame.intervals(of: resource) { try row.add(interval: interval, Exact(0) - factor) }
    try row.right += factor * frame.lows[resource]
  }

  /// Replaces variables by their upper ends less themselves.
  private func complement(_ line: ProofLine, _ row: inout Row) throws(Refusal) {
    for term in line.all("x") {
      guard let coefficient = row.options[term.index] else { continue }
      row.right = try row.right - coefficient
      row.options[term.index] = try .zero - coefficient
    }
    for term in line.all("i") {
      guard let place = Int(exactly: term.value.value), 0..<frame.intervals(of: term.index).count ~= place else {
        throw Refusal("Resource \(term.index) has no interval \(term.value.value).")
      }
      let interval = frame.starts[term.index] + place
      guard let coefficient = row.intervals[interval] else { continue }
      row.right = try row.right - coefficient * frame.widths[interval]
      row.intervals[interval] = try .zero - coefficient
    }
  }
}
