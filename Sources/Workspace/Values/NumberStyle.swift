/// How the numbers of a column are written.
struct NumberStyle: Hashable {
  /// The decimal mark.
  var decimal: UInt8 = NumberStyle.point
  /// The mark between groups of three digits; `nil`: there are none.
  var group: UInt8?

  static let point: UInt8 = 0x2E
  static let comma: UInt8 = 0x2C
  static let apostrophe: UInt8 = 0x27
  static let space: UInt8 = 0x20

  /// The number without groups and with a point; `nil` when it is not written in this style.
  func normalised(_ bytes: [UInt8]) -> [UInt8]? {
    guard let shape = NumberShape(bytes), shape.isValid else { return nil }
    if let mark = shape.group, mark != group { return nil }
    switch shape.single {
    case .none: break
    case .decimal(let mark): if mark != decimal { return nil }
    case .either(let mark): if mark != decimal, mark != group { return nil }
    }
    let marks = bytes.filter { $0 != group }
    return marks.map { $0 == decimal ? NumberStyle.point : $0 }
  }
}

/// What the marks within one number allow to conclude.
struct NumberShape {
  enum Single: Hashable {
    case none
    /// Certainly the decimal mark: not followed by exactly three digits, or after groups.
    case decimal(UInt8)
    /// `1.234`: a decimal mark, or one that groups.
    case either(UInt8)
  }

  private(set) var single = Single.none
  /// Certainly a grouping mark.
  private(set) var group: UInt8?
  private(set) var isValid = true
  /// Four or more digits in a row before the decimal mark.
  private(set) var isUngrouped = false

  /// Whether the number shows by itself what one of its marks means.
  var isEvidence: Bool {
    if case .decimal = single { return true }
    return group != nil
  }

  /// `nil` when there is something else than digits and marks.
  init?(_ bytes: [UInt8]) {
    var parts: [Int] = [0]
    var marks: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0x30...0x39: parts[parts.count - 1] += 1
      case NumberStyle.point, NumberStyle.comma, NumberStyle.apostrophe, NumberStyle.space:
        marks.append(byte)
        parts.append(0)
      default: return nil
      }
    }
    guard parts.contains(where: { $0 > 0 }) else { return nil }
    conclude(parts, marks)
  }

  private mutating func conclude(_ parts: [Int], _ marks: [UInt8]) {
    isUngrouped = parts[0] > 3
    guard let last = marks.last else { return }
    let isGroupable = (1...3).contains(parts[0]) && parts.dropFirst().dropLast().allSatisfy { $0 == 3 }
    if marks.count == 1 {
      let cannotDecide = isGroupable && parts[1] == 3
      let onlyGroups = last == NumberStyle.apostrophe || last == NumberStyle.space
      single = cannotDecide ? (onlyGroups ? .none : .either(last)) : .decimal(last)
      if onlyGroups { cannotDecide ? (group = last) : (isValid = false) }
      return
    }
    let leading = Set(marks.dropLast())
    guard leading.count == 1, isGroupable, let first = leading.first else {
      isValid = false
      return
    }
    group = first
    if last == first { isValid = parts[parts.count - 1] == 3 } else { single = .decimal(last) }
    if last == NumberStyle.apostrophe || last == NumberStyle.space, last != first { isValid = false }
  }
}
