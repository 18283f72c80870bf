/// Text measured in the columns of a terminal, as far as that can be known without asking it.
enum TerminalColumns {
  static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

  /// Filled with spaces, or cut with an ellipsis, to exactly `columns`.
  static func fitted(_ text: String, _ columns: Int, right: Bool = false) -> String {
    let cut = shortened(text, columns)
    let space = String(repeating: " ", count: max(0, columns - width(cut)))
    return right ? space + cut : cut + space
  }

  static func shortened(_ text: String, _ columns: Int) -> String {
    guard width(text) > columns else { return text }
    var (result, used) = (String.UnicodeScalarView(), 0)
    for scalar in text.unicodeScalars {
      guard used + width(scalar) <= columns - 1 else { break }
      result.append(scalar)
      used += width(scalar)
    }
    return String(result) + "…"
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.hasNoWidth ? 0 : scalar.isWide ? 2 : 1
  }

  /// Broken between words into at most `lines` lines of `columns`, each after `indent`; the last is cut if need be.
  static func wrapped(_ text: String, _ columns: Int, indent: String, lines: Int) -> [String] {
    var result = [indent]
    for word in text.split(separator: " ") {
      let last = result[result.count - 1]
      let grown = last == indent ? indent + word : "\(last) \(word)"
      let fits = width(grown) <= columns || last == indent || result.count == lines
      if fits { result[result.count - 1] = grown } else { result.append(indent + word) }
    }
    return result.map { shortened($0, columns) }
  }
}
