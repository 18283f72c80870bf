/// A cell that should hold a number, taken apart.
struct NumberText {
  enum Problem: Error, Hashable {
    case notANumber, placeholder, negative, exponent, shortened, unsettled, tooLarge
  }

  /// What stands before or after the number: a currency sign, a percent sign.
  var mark: String?
  var number: DecimalNumber

  /// - Parameter style: `nil` when the column did not settle one; then only plain digits are read.
  init(_ cell: ArraySlice<UInt8>, style: NumberStyle?) throws(Problem) {
    if let plain = DecimalNumber(digits: cell), style == NumberStyle() {
      number = plain
      return
    }
    let (body, mark) = try NumberText.body(cell)
    self.mark = mark
    let isPlain = body.allSatisfy { (0x30...0x39).contains($0) }
    guard let digits = isPlain ? body : style?.normalised(body) else {
      throw NumberShape(body) == nil ? .notANumber : .unsettled
    }
    guard let number = DecimalNumber(digits: digits) else {
      throw digits.count > 18 ? .tooLarge : .notANumber
    }
    self.number = number
  }

  /// The digits and marks in the middle, with typographic spaces and apostrophes made plain; and the text around.
  static func body(_ cell: ArraySlice<UInt8>) throws(Problem) -> (bytes: [UInt8], mark: String?) {
    let text = String(decoding: cell, as: UTF8.self)
    if isPlaceholder(text) { throw .placeholder }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard let first = cell.firstIndex(where: isDigit), let last = cell.lastIndex(where: isDigit) else {
      throw .notANumber
    }
    let before = String(decoding: CSVTable.trimmed(cell[..<first]), as: UTF8.self)
    let after = String(decoding: CSVTable.trimmed(cell[(last + 1)...]), as: UTF8.self)
    let body = simplified(Array(cell[first...last]))
    if before.contains("-") || before.contains("−") || before.contains("(") || after == "-" {
      throw .negative
    }
    if body.contains(where: { $0 == 0x65 || $0 == 0x45 }) { throw .exponent }
    if ["k", "m", "b", "mio", "mn", "bn", "million", "tsd"].contains(where: {
      after.lowercased().hasPrefix($0)
    }) {
      throw .shortened
    }
    if !before.isEmpty, !after.isEmpty { throw .notANumber }
    if before == "+" || before.contains(".") || before.contains(",") { throw .notANumber }
    let mark = before + after
    return (body, mark.isEmpty ? nil : mark)
  }

  /// No-break and thin spaces (U+00A0, U+2009, U+202F) and the typographic apostrophe (U+2019).
  private static func simplified(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x2009, 0x202F: text += " "
      case 0x2019: text += "'"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return Array(text.utf8)
  }

  /// What people and programs write for "no value".
  static func isPlaceholder(_ text: String) -> Bool {
    // None is long or has a digit; most cells have, and a set would have to hash them.
    guard text.utf8.count <= 10, !text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return false
    }
    return placeholders.contains(text.lowercased())
  }

  private static let placeholders: Set<String> = [
    "n/a", "#n/a", "na", "nan", "null", "nil", "none", "-", "--", "–", "—", "?", "tbd", "#value!", "#ref!",
    "inf",
    "-inf", "+inf", "infinity", "-infinity", "undefined", "unknown",
  ]
}

extension NumberText.Problem {
  func text(_ expected: String, _ value: String?) -> IssueCollector.Text {
    switch self {
    case .notANumber: .init("This is not \(expected).", value: value, advice: "Maybe write digits only.")
    case .placeholder:
      .init(
        "This is not \(expected).", value: value, advice: "Maybe leave the cell empty: that means no value.")
    case .negative:
      .init(
        "A negative number cannot be \(expected).", value: value,
        advice: "Maybe a credit or a correction was exported.")
    case .exponent:
      .init(
        "A number with an exponent is not read.", value: value,
        advice: "Maybe a spreadsheet shortened it: format the column as a plain number.")
    case .shortened:
      .init("A shortened amount is not read.", value: value, advice: "Maybe write it in full: 1200000.")
    case .unsettled:
      .init(
        "This can be read in more than one way.", value: value,
        advice: "Maybe set `formats: {decimal: \",\"}` or `formats: {decimal: \".\"}` in ballast.yaml.")
    case .tooLarge:
      .init("This number is too large for \(expected).", value: value, advice: "Maybe a digit too many.")
    }
  }
}
