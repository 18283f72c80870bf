import Portfolio

/// How a value of the policy is read: strictly, from its text, so that no two YAML readers can differ about it.
struct PolicyType<Value>: Sendable {
  /// Completes "must be ...".
  let expected: String
  let parse: @Sendable (PolicyScalar) -> Value?

  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other?) -> PolicyType<Other> {
    let parse = self.parse
    return PolicyType<Other>(expected: expected) { parse($0).flatMap(transform) }
  }
}

extension PolicyType where Value == Int64 {
  static func whole(_ range: ClosedRange<Int64>) -> PolicyType<Int64> {
    PolicyType(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)") { scalar in
      guard scalar.isPlain, let value = Int64(scalar.text), String(value) == scalar.text else { return nil }
      return range.contains(value) ? value : nil
    }
  }

  /// In percent; whole.
  static var percent: PolicyType<Int64> { whole(0...1_000) }
}

extension PolicyType where Value == Int {
  static func count(_ range: ClosedRange<Int>) -> PolicyType<Int> {
    let limits = Int64(range.lowerBound)...Int64(range.upperBound)
    return PolicyType<Int64>.whole(limits).map { Int(exactly: $0) }
  }
}

extension PolicyType where Value == Bool {
  static var flag: PolicyType<Bool> {
    PolicyType(expected: "true or false") { scalar in
      guard scalar.isPlain else { return nil }
      return scalar.text == "true" ? true : scalar.text == "false" ? false : nil
    }
  }
}

extension PolicyType where Value == DecimalNumber {
  /// Digits with an optional point: `0.35`, `12`.
  static func decimal(_ expected: String, upTo limit: Int128) -> PolicyType<DecimalNumber> {
    PolicyType(expected: "\(expected) from 0 to \(limit)") { scalar in
      let bytes = Array(scalar.text.utf8)
      guard scalar.isPlain, let number = DecimalNumber(digits: bytes) else { return nil }
      let hasLeadingZero = bytes.count > 1 && bytes[0] == 0x30 && bytes[1] != 0x2E
      let isWrittenOut = bytes.first != 0x2E && bytes.last != 0x2E && !hasLeadingZero
      let fraction = bytes.firstIndex(of: 0x2E).map { bytes.count - 1 - $0 } ?? 0
      return isWrittenOut && fraction <= 6 && number.millionths <= limit * DecimalNumber.scale ? number : nil
    }
  }
}

extension PolicyType where Value == Points {
  static var points: PolicyType<Points> {
    PolicyType<DecimalNumber>.decimal("a price in points", upTo: 1_000_000)
      .map { Int64(exactly: $0.millionths).map { Points(micropoints: $0) } }
  }
}

extension PolicyType where Value == Minutes {
  static var hours: PolicyType<Minutes> {
    PolicyType<DecimalNumber>.decimal("a number of hours", upTo: 10_000)
      .map { $0.rounded(times: 60).map { Minutes($0) } }
  }
}

extension PolicyType where Value == Money {
  static var money: PolicyType<Money> {
    PolicyType<Int64>.whole(0...MoneyReader.largest).map { Money($0) }
  }
}

extension PolicyType where Value == CalendarDate {
  static var date: PolicyType<CalendarDate> {
    PolicyType(expected: "a date YYYY-MM-DD") { CalendarDate($0.text) }
  }
}

extension PolicyType where Value == String {
  /// Quoted, or plain text that no YAML reader takes for anything else.
  static var text: PolicyType<String> {
    PolicyType(expected: "text") { scalar in
      let isBlank = scalar.text.allSatisfy(\.isWhitespace)
      return isBlank || scalar.isReadDifferently || scalar.text.utf8.count > 1_000 ? nil : scalar.text
    }
  }
}

extension PolicyType where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  static var choice: PolicyType<Value> {
    let names = Value.allCases.map(\.rawValue)
    let byName = Dictionary(Value.allCases.map { ($0.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
    return PolicyType(expected: "one of \(names.joined(separator: ", "))") { scalar in
      byName[scalar.text]
    }
  }
}
