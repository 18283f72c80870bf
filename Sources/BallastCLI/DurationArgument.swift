import ArgumentParser

/// A time limit: `60`, `90s`, `2m`, `1.5h`; seconds without a unit.
struct DurationArgument: ExpressibleByArgument {
  let duration: Duration

  /// A week: longer limits are taken for a slip of the keyboard.
  static let maximumSeconds = 604_800.0

  init?(argument: String) {
    let units: [(suffix: String, seconds: Double)] = [("s", 1), ("m", 60), ("h", 3600)]
    let unit = units.first { argument.hasSuffix($0.suffix) }
    let digits = unit == nil ? argument : String(argument.dropLast())
    guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let value = Double(digits) else {
      return nil
    }
    let seconds = value * (unit?.seconds ?? 1)
    guard seconds > 0, seconds <= DurationArgument.maximumSeconds else { return nil }
    duration = .milliseconds(Int64((seconds * 1000).rounded(.up)))
  }

  var defaultValueDescription: String { "\(duration.components.seconds)s" }
}
