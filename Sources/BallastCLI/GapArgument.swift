import ArgumentParser

/// A relative gap: `0.001` or `0.1%`.
struct GapArgument: ExpressibleByArgument {
  let fraction: Double

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = isPercent ? String(argument.dropLast()) : argument
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(digits) else {
      return nil
    }
    fraction = isPercent ? value / 100 : value
    guard fraction >= 0, fraction <= 1 else { return nil }
  }

  var defaultValueDescription: String { "0.1%" }
}
