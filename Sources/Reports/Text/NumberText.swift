import PlanDocument
import Portfolio

/// Numbers as text, the same bytes on every machine: no locale, no time zone, no binary fractions on the way.
enum NumberText {
  /// A true minus sign, as wide as a digit, so that columns of figures align; CSV and SVG take a hyphen.
  static let minus = "\u{2212}"

  /// `1,250,000`.
  static func grouped(_ value: Int64) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var bytes: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { bytes.append(UInt8(ascii: ",")) }
      bytes.append(digit)
    }
    return (value < 0 ? minus : "") + String(decoding: bytes, as: UTF8.self)
  }

  static func grouped(_ value: Int) -> String { grouped(Int64(value)) }

  /// `EUR 1,250,000`; the currency is text from the input and is escaped by whoever shows it.
  static func money(_ value: Int64, _ currency: String) -> String {
    currency.isEmpty ? grouped(value) : "\(currency) \(grouped(value))"
  }

  /// Hours with one decimal from whole minutes: `12.5`.
  static func hours(minutes: Int64) -> String {
    decimal(rounded(minutes, by: 6), decimals: 1)
  }

  /// Points are minutes, so they are shown in hours: `3.2 h`.
  static func hours(_ value: PointsValue) -> String {
    decimal(rounded(value.micropoints, by: 6_000_000), decimals: 1) + " h"
  }

  /// With the sign always shown: `+3.2 h`.
  static func signedHours(_ value: PointsValue) -> String {
    let text = hours(value)
    return rounded(value.micropoints, by: 6_000_000) > 0 ? "+" + text : text
  }

  /// Rounded up, for a statement of the form "at most".
  static func hoursAtMost(_ value: PointsValue) -> String {
    let unit: Int64 = 6_000_000
    let (quotient, remainder) = value.micropoints.quotientAndRemainder(dividingBy: unit)
    return decimal(remainder > 0 ? quotient + 1 : quotient, decimals: 1) + " h"
  }

  /// `12.5` as `12.5 %`, from a share of the whole.
  static func percent(_ part: Int64, of whole: Int64) -> String {
    guard whole > 0 else { return "n/a" }
    return "\(wholePercent(part, of: whole)) %"
  }

  /// Rounded half away from zero; 0 when there is no whole.
  static func wholePercent(_ part: Int64, of whole: Int64) -> Int64 {
    guard whole > 0 else { return 0 }
    let (scaled, overflow) = part.multipliedReportingOverflow(by: 100)
    return overflow ? rounded(part, by: max(1, whole / 100)) : rounded(scaled, by: whole)
  }

  /// A gap: `0.79 %`, rounded up so that it never claims too much.
  static func gap(_ share: Double) -> String {
    let scaled = (share * 10_000).rounded(.up)
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "n/a" }
    return decimal(Int64(scaled), decimals: 2) + " %"
  }

  /// Seconds of the run: `12.3 s`.
  static func seconds(_ value: Double) -> String {
    let scaled = (value * 10).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "n/a" }
    return decimal(Int64(scaled), decimals: 1) + " s"
  }

  /// A count in at most six characters: `9,999`, `12.3 k`, `4.5 M`.
  static func short(_ count: Int64) -> String {
    var (value, unit) = (Double(count), 0)
    guard value >= 10_000 else { return grouped(count) }
    while value >= 1_000, unit < 4 {
      value /= 1_000
      unit += 1
    }
    let digits = value < 100 ? decimal(Int64(value * 10), decimals: 1) : grouped(Int64(value))
    return "\(digits) \(["", "k", "M", "G", "T"][unit])"
  }

  /// A round number without trailing zeros, at most six decimals: `0.05`, `2`, `1,000`.
  static func plain(_ value: Double) -> String {
    let scaled = (value * 1_000_000).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "n/a" }
    var text = decimal(Int64(scaled), decimals: 6)
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A number for SVG and CSS: a dot, three decimals.
  static func coordinate(_ thousandths: Int64) -> String {
    decimal(thousandths, decimals: 3, grouping: false, minus: "-")
  }

  /// An exact number for machines: `-12.5`, no grouping, no trailing zeros.
  static func exactHours(_ value: PointsValue) -> String {
    decimal(rounded(value.micropoints, by: 600_000), decimals: 2, grouping: false, minus: "-")
  }

  static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  /// `scaled / 10^decimals`.
  private static func decimal(
    _ scaled: Int64, decimals: Int, grouping: Bool = true, minus: String = NumberText.minus
  ) -> String {
    var scale: UInt64 = 1
    for _ in 0..<decimals { scale *= 10 }
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
    let digits = String(fraction)
    let padded = String(repeating: "0", count: decimals - digits.utf8.count) + digits
    let sign = scaled < 0 ? minus : ""
    let integer = grouping ? grouped(Int64(clamping: whole)) : String(whole)
    return "\(sign)\(integer).\(padded)"
  }

  /// Division rounded half away from zero, without overflow.
  private static func rounded(_ value: Int64, by divisor: Int64) -> Int64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
    return value < 0 ? quotient - 1 : quotient + 1
  }
}
