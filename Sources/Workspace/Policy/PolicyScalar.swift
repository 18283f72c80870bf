import Yams

/// One value of the policy as it is written.
struct PolicyScalar {
  let text: String
  let isPlain: Bool

  init(_ scalar: Node.Scalar) {
    text = scalar.string
    isPlain = scalar.style == .plain || scalar.style == .any
  }

  /// Nothing behind the colon: the same as not giving the key.
  var isAbsent: Bool { isPlain && text.isEmpty }
  var isNull: Bool { isPlain && ["null", "Null", "NULL", "~"].contains(text) }

  /// A plain value that some YAML reader takes for something else than text: `NO`, `017`, `12:30`, `.nan`.
  var isReadDifferently: Bool {
    guard isPlain else { return false }
    let lowered = text.lowercased()
    let words: Set<String> = [
      "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", ".nan", ".inf", "-.inf", "+.inf", "=",
      "<<",
    ]
    if words.contains(lowered) { return true }
    let isNumeric = lowered.utf8.allSatisfy {
      (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x3A, 0x5F].contains($0)
    }
    if isNumeric, lowered.utf8.contains(where: { (0x30...0x39).contains($0) }) { return true }
    return isPrefixedNumber(lowered) || Double(lowered) != nil
  }

  private func isPrefixedNumber(_ text: String) -> Bool {
    ["0x", "0o", "0b"].contains { text.hasPrefix($0) && Int(text.dropFirst(2), radix: 16) != nil }
  }
}
