import Foundation

/// Powers of ten.
enum Decade {
  static func power(_ exponent: Int) -> Double { pow(10, Double(exponent)) }

  /// Far below every axis for zero.
  static func logarithm(_ value: Double) -> Double { value > 0 ? log10(value) : -100 }

  /// `0.01`, `1`, `1000`.
  static func text(_ exponent: Int) -> String {
    exponent >= 0
      ? "1" + String(repeating: "0", count: exponent) : "0." + String(repeating: "0", count: -exponent - 1) + "1"
  }
}
