import Foundation

/// Finds a subject in a text, in every way it may be written there.
struct NameSearch {
  enum Match { case certain, possible }

  private let sequences: [[String]]
  private let hints: Set<String>
  /// Bytes of which a plain line must hold one to be worth a closer look.
  private let firsts: [[UInt8]]

  init(_ subject: DataSubject) {
    sequences = subject.keys.map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    hints = subject.hints.union(subject.hasPlainID ? [FoldedWords.key(subject.id)] : [])
    firsts = Set(sequences.map { $0[0] } + hints).map { Array($0.utf8) }
  }

  /// Line numbers with what they hold. O(size times decodings).
  func matches(in file: PrivateFiles.File) -> [(line: Int, match: Match, text: String)] {
    let text = String(decoding: (try? CSVEncoding.utf8(file.bytes)) ?? file.bytes, as: UTF8.self)
      .replacingOccurrences(of: "\r\n", with: "\n")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var found = lines.map(match)
    if file.mayFold {
      for (range, line) in EscapedText.unfolded(lines) where !found[range].contains(.certain) {
        if match(line) == .certain { found[range.lowerBound] = .certain }
      }
    }
    return found.enumerated().compactMap { index, match in
      match.map { (line: index + 1, match: $0, text: lines[index]) }
    }
  }

  func match(_ line: String) -> Match? {
    guard isWorthALook(line) else { return nil }
    var isPossible = false
    for variant in EscapedText.variants(line) {
      let words = FoldedWords(variant).words.map(\.text)
      if sequences.contains(where: { holds(words, $0) }) { return .certain }
      isPossible = isPossible || words.contains { hints.contains($0) }
    }
    return isPossible ? .possible : nil
  }

  private func isWorthALook(_ line: String) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.utf8.count)
    for byte in line.utf8 {
      guard byte < 0x80, ![0x25, 0x26, 0x3D, 0x5C].contains(byte) else { return true }
      bytes.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
    }
    return firsts.contains { first in NameSearch.contains(bytes, first) }
  }

  private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, bytes.count >= part.count else { return false }
    return bytes.indices.prefix(bytes.count - part.count + 1).contains { start in
      bytes[start] == first && bytes[start..<start + part.count].elementsEqual(part)
    }
  }

  private func holds(_ words: [String], _ sequence: [String]) -> Bool {
    guard words.count >= sequence.count else { return false }
    return (0...(words.count - sequence.count)).contains { words[$0..<$0 + sequence.count].elementsEqual(sequence) }
  }
}
