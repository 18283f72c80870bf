/// Decides how the numbers of a column are written, from the column as a whole.
///
/// A single `1.234,56` among plain numbers proves nothing: it may have been typed by hand. A style other than
/// plain digits with a decimal point is accepted when at least two cells show it and none contradicts it.
struct NumberColumn {
  private var decimals: [UInt8: Int] = [:]
  private var groups: [UInt8: Int] = [:]
  private var undecided: [UInt8: Int] = [:]
  private var ungrouped = 0
  private var invalid = 0
  /// Cells that show the meaning of a mark.
  private var evidence = 0

  mutating func add(_ cell: ArraySlice<UInt8>) {
    // The usual case, without making anything: digits only.
    if cell.allSatisfy({ (0x30...0x39).contains($0) }) {
      if cell.count > 3 { ungrouped += 1 }
    } else if let (body, _) = try? NumberText.body(cell) {
      add(body)
    }
  }

  private mutating func add(_ bytes: [UInt8]) {
    guard let shape = NumberShape(bytes) else { return }
    guard shape.isValid else {
      invalid += 1
      return
    }
    if shape.isUngrouped { ungrouped += 1 }
    if let group = shape.group { groups[group, default: 0] += 1 }
    if shape.isEvidence { evidence += 1 }
    switch shape.single {
    case .none: break
    case .decimal(let mark): decimals[mark, default: 0] += 1
    case .either(let mark): undecided[mark, default: 0] += 1
    }
  }

  /// `nil`: not settled; only plain digits can be read.
  func settled(decimal: UInt8?) -> NumberStyle? {
    if let decimal { return NumberStyle(decimal: decimal, group: group(besides: decimal)) }
    if isPointOnly, undecided.isEmpty || decimals[NumberStyle.point] != nil { return NumberStyle() }
    return conclusion
  }

  /// No cell holds another mark than a point, and none holds two.
  var isPointOnly: Bool {
    groups.isEmpty && Set(decimals.keys).union(undecided.keys).isSubset(of: [NumberStyle.point])
  }

  private var conclusion: NumberStyle? {
    guard invalid == 0, groups.count <= 1, decimals.count <= 1 else { return nil }
    guard groups.isEmpty || ungrouped == 0 else { return nil }
    let decimal = decimals.keys.first ?? groups.keys.first.map(NumberColumn.counterpart)
    guard let decimal else { return nil }
    let group = group(besides: decimal)
    guard group != decimal else { return nil }
    return evidence >= 2 ? NumberStyle(decimal: decimal, group: group) : nil
  }

  private func group(besides decimal: UInt8) -> UInt8 {
    groups.keys.sorted().first { $0 != decimal } ?? NumberColumn.counterpart(decimal)
  }

  private static func counterpart(_ mark: UInt8) -> UInt8 {
    mark == NumberStyle.comma
      ? NumberStyle.point : mark == NumberStyle.point ? NumberStyle.comma : NumberStyle.point
  }
}
