/// How untrusted text is written into one kind of output.
///
/// Escaping looks at unicode scalars, never at `Character`s: a combining mark after a quote would otherwise hide
/// the quote inside a cluster that equals no special character.
protocol TextEscaping {
  static func escape(_ text: String, into output: inout String)
}

/// Output under construction in which a literal is markup and an interpolated `String` is untrusted and escaped:
/// forgetting to escape a name is impossible, because the wrong thing is longer to write.
struct Escaped<Escaping: TextEscaping>: ExpressibleByStringInterpolation, Sendable {
  private(set) var rendered = ""

  init() {}
  init(stringLiteral value: String) { rendered = value }
  init(stringInterpolation: StringInterpolation) { rendered = stringInterpolation.rendered }
  /// Escapes `text`.
  init(escaping text: String) { Escaping.escape(text, into: &rendered) }

  var isEmpty: Bool { rendered.utf8.isEmpty }

  static func += (left: inout Escaped, right: Escaped) { left.rendered += right.rendered }
  static func + (left: Escaped, right: Escaped) -> Escaped {
    var sum = left
    sum += right
    return sum
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate(set) var rendered = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      rendered.reserveCapacity(literalCapacity + interpolationCount * 16)
    }
    mutating func appendLiteral(_ literal: String) { rendered += literal }
    mutating func appendInterpolation(_ text: String) { Escaping.escape(text, into: &rendered) }
    mutating func appendInterpolation(_ markup: Escaped) { rendered += markup.rendered }
    mutating func appendInterpolation(_ number: Int) { rendered += String(number) }
    mutating func appendInterpolation(_ number: Int64) { rendered += String(number) }
    mutating func appendInterpolation(_ parts: [Escaped]) {
      for part in parts { rendered += part.rendered }
    }
  }
}

extension [String] {
  /// Escapes each text and puts `separator`, which is markup, between them.
  func escaped<Escaping>(separator: Escaped<Escaping>) -> Escaped<Escaping> {
    map { Escaped(escaping: $0) }.joined(separator: separator)
  }
}

extension Array {
  func joined<Escaping>(separator: Escaped<Escaping>) -> Escaped<Escaping>
  where Element == Escaped<Escaping> {
    var output = Escaped<Escaping>()
    for (index, part) in enumerated() {
      if index > 0 { output += separator }
      output += part
    }
    return output
  }
}
