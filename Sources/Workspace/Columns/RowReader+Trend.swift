import Portfolio

extension RowReader {
  /// A change with its sign (`-18`, `+4%`), rounded half away from zero, or one of three words.
  func trend(_ column: Column, _ expected: String) -> Trend? {
    guard let text = text(column) else { return nil }
    switch text.lowercased() {
    case "falling", "down": return .falling
    case "steady", "flat", "stable": return .steady
    case "rising", "up", "growing": return .rising
    default: break
    }
    if let value = signedWhole(text), abs(value) <= 1_000 { return .change(value) }
    let advice = "Maybe a whole number with its sign, or falling, steady or rising."
    report(column, .init("This is not \(expected).", value: shown(column), advice: advice))
    return nil
  }

  private func signedWhole(_ text: String) -> Int64? {
    var bytes = Array(text.replacing("\u{2212}", with: "-").utf8)[...]
    let sign = bytes.first
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    if isSigned { bytes = bytes.dropFirst() }
    if bytes.last == UInt8(ascii: "%") { bytes = CSVTable.trimmed(bytes.dropLast()) }
    let mark = source.formats.decimal ?? NumberStyle.point
    let digits = bytes.map { $0 == mark ? NumberStyle.point : $0 }
    guard mark == NumberStyle.point || !bytes.contains(NumberStyle.point) else { return nil }
    let value = DecimalNumber(digits: digits)?.rounded()
    return sign == UInt8(ascii: "-") ? value.map { -$0 } : value
  }
}
