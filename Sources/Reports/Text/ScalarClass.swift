extension Unicode.Scalar {
  /// C0, DEL, C1 and the two Unicode line separators: they move a cursor or break a line, and carry no text.
  var isControl: Bool {
    value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
  }

  /// Marks, embeddings, overrides and isolates that reorder the text around them.
  var isBidirectionalControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Occupies no column: combining marks, joiners, variation selectors.
  var hasNoWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: true
    default: (0xFE00...0xFE0F).contains(value)
    }
  }

  /// Occupies two columns in a terminal: emoji, CJK, full-width forms.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension String {
  /// Line ends and tabs as a space, other control characters as a replacement mark, bidirectional controls not at all.
  mutating func appendHarmless(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\n", "\t", "\r": self += " "
    case _ where scalar.isControl: self += "\u{FFFD}"
    case _ where scalar.isBidirectionalControl: break
    default: unicodeScalars.append(scalar)
    }
  }
}
