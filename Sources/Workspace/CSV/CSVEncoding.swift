/// Turns the bytes of a text file into UTF-8, or says why that cannot be done.
enum CSVEncoding {
  struct Problem: Error, Hashable {
    var line: Int
    var message: String
    var advice: String
  }

  /// UTF-8 with or without a byte order mark, UTF-16 with one. Nothing is ever replaced by a question mark.
  static func utf8(_ bytes: consuming [UInt8]) throws(Problem) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw unreadable(line: 1, "UTF-32")
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try transcoded(bytes, low: 0) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try transcoded(bytes, low: 1) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let offset = firstInvalid(bytes) { throw problem(bytes, at: offset) }
    return bytes
  }

  private static func transcoded(_ bytes: [UInt8], low: Int) throws(Problem) -> [UInt8] {
    guard bytes.count % 2 == 0 else {
      throw Problem(
        line: 1, message: "The file is UTF-16 but has an odd number of bytes: its end is missing.",
        advice: "Maybe export it again.")
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var decoder = UTF16()
    var line = 1
    var units = stride(from: 2, to: bytes.count, by: 2).lazy
      .map { UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8 }.makeIterator()
    while true {
      switch decoder.decode(&units) {
      case .scalarValue(let scalar):
        if scalar == "\n" { line += 1 }
        guard scalar.value != 0 else { throw unreadable(line: line, "UTF-16 with zero characters in it") }
        result.append(contentsOf: Array(String(scalar).utf8))
      case .emptyInput: return result
      case .error: throw unreadable(line: line, "damaged UTF-16")
      }
    }
  }

  /// The offset of the first byte that is zero or not part of well-formed UTF-8 (Unicode, table 3-7).
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x80, byte != 0 {
          index += 1
          continue
        }
        guard let length = sequenceLength(buffer, at: index) else { return index }
        index += length
      }
      return nil
    }
  }

  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEC, 0xEE, 0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for position in (index + 2)..<max(index + 2, index + length) where bytes[position] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }

  private static func problem(_ bytes: [UInt8], at offset: Int) -> Problem {
    let line = 1 + bytes[..<offset].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let sample = bytes.prefix(4096)
    if bytes[offset] == 0 {
      let zeros = sample.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
      let isWide = zeros * 3 > sample.count
      return isWide ? unreadable(line: line, "UTF-16 without a byte order mark") : zeroByte(line: line)
    }
    if offset + 4 > bytes.count, bytes[offset] >= 0xC2 {
      return Problem(
        line: line, message: "The file ends in the middle of a character: its end is missing.",
        advice: "Maybe export it again.")
    }
    return unreadable(line: line, guess(bytes, near: offset))
  }

  /// UTF-8 has no lone bytes above 0x7F; the old one-byte encodings have little else.
  private static func guess(_ bytes: [UInt8], near offset: Int) -> String {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    switch bytes[offset] {
    case 0xC2...0xF4 where next & 0xC0 == 0x80: return "damaged UTF-8"
    case 0x80...0x9F: return "Windows-1252 or Mac Roman (an older Excel export)"
    default: return "Windows-1252 or ISO 8859-1 (an older Excel export)"
    }
  }

  private static func zeroByte(line: Int) -> Problem {
    Problem(
      line: line, message: "The file contains a zero byte: it is damaged, or not a text file.",
      advice: "Maybe export it again as `CSV UTF-8`.")
  }

  private static func unreadable(line: Int, _ encoding: String) -> Problem {
    Problem(
      line: line, message: "The file is not UTF-8; it looks like \(encoding).",
      advice: "Maybe save it as `CSV UTF-8`.")
  }
}
