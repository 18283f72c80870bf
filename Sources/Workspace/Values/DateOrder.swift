import Portfolio

/// In which order a date such as 03/04/2025 is written.
enum DateOrder: String, Sendable, CaseIterable { case iso, dmy, mdy }

/// One date cell, read as far as it can be without knowing the order.
enum DateText: Equatable {
  case date(CalendarDate)
  /// Two small numbers and a year.
  case ambiguousOrder(first: Int, second: Int, year: Int)
  /// Written as a date, but there is no such day.
  case impossible
  case twoDigitYear
  case serialNumber
  case other

  init(_ bytes: ArraySlice<UInt8>) {
    if let date = DateText.isoDate(bytes) {
      self = .date(date)
      return
    }
    let text = DateText.withoutTime(bytes)
    let parts = text.split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }
    let numbers = parts.compactMap(DateText.number)
    guard numbers.count == parts.count, Set(text.filter { $0 < 0x30 }).count <= 1 else {
      self = .other
      return
    }
    self = DateText.read(numbers, widths: parts.map(\.count))
  }

  /// `YYYY-MM-DD` without making any array: most cells of most files.
  private static func isoDate(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D else { return nil }
    var digits = 0
    for (offset, byte) in bytes.enumerated() where offset != 4 && offset != 7 {
      guard (0x30...0x39).contains(byte) else { return nil }
      digits = digits * 10 + Int(byte - 0x30)
    }
    return CalendarDate(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  private static func read(_ numbers: [Int], widths: [Int]) -> DateText {
    if numbers.count == 1 { return (4...6).contains(widths[0]) ? .serialNumber : .other }
    guard numbers.count == 3 else { return .other }
    if widths[0] == 4, widths[1] <= 2, widths[2] <= 2 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]).map { .date($0) }
        ?? .impossible
    }
    guard widths[0] <= 2, widths[1] <= 2 else { return .other }
    if widths[2] <= 2 { return .twoDigitYear }
    guard widths[2] == 4 else { return .other }
    return .ambiguousOrder(first: numbers[0], second: numbers[1], year: numbers[2])
  }

  /// A time of day behind `T` or a space is dropped: the date is the one that is written.
  private static func withoutTime(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = bytes.firstIndex(where: { $0 == 0x54 || $0 == 0x20 }), bytes.endIndex - end >= 5 else {
      return bytes
    }
    let time = bytes[(end + 1)...]
    let isTime = time.allSatisfy { (0x30...0x3A).contains($0) || [0x2E, 0x5A, 0x2B, 0x2D].contains($0) }
    return isTime ? bytes[..<end] : bytes
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...6).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// Settles the order of a column of dates: one cell with a day above 12 shows it.
struct DateColumn {
  private(set) var showsDayFirst = false
  private(set) var showsMonthFirst = false

  mutating func add(_ bytes: ArraySlice<UInt8>) {
    guard case .ambiguousOrder(let first, let second, _) = DateText(bytes) else { return }
    // Neither can be a month in 99/99/2025: that says nothing about the others.
    if first > 12, second <= 12 { showsDayFirst = true }
    if second > 12, first <= 12 { showsMonthFirst = true }
  }

  var isContradictory: Bool { showsDayFirst && showsMonthFirst }

  /// `nil`: not settled.
  func settled(_ given: DateOrder?) -> DateOrder? {
    if let given { return given }
    if showsDayFirst == showsMonthFirst { return nil }
    return showsDayFirst ? .dmy : .mdy
  }
}
