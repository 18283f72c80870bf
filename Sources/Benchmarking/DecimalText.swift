/// Numbers with a fixed count of digits behind the point, whatever the language of the machine.
enum DecimalText {
  /// - Parameter digits: 0 to 9.
  static func fixed(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value.isNaN ? "-" : "\(value)" }
    let scale = (0..<digits).reduce(Int64(1)) { product, _ in product * 10 }
    let scaled = Int64((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % scale)
    return "\(sign)\(scaled / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

extension DecimalText {
  /// A fraction in percent with the digits it needs, two that count: `0.1 %`, `0.034 %`, `12 %`.
  static func percent(_ fraction: Double) -> String {
    let value = fraction * 100
    let digits = value >= 9.95 ? 1 : value >= 0.995 ? 2 : value >= 0.0005 ? 3 : value > 0 ? 5 : 0
    var text = fixed(value, digits: digits)
    if digits > 0 { while text.last == "0" || text.last == "." { if text.removeLast() == "." { break } } }
    return "\(text) %"
  }
}
