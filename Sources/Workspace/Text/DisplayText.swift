/// Text of unknown origin as it may appear in a message: short, on one line, and unable to steer a terminal or to
/// turn the reading direction.
public enum DisplayText {
  public static func shown(_ text: String, limit: Int = 60) -> String {
    var result = ""
    var length = 0
    for scalar in text.unicodeScalars {
      guard length < limit else { return result + "…" }
      let piece =
        isUnsafe(scalar) ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
      result += piece
      length += 1
    }
    return result
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
