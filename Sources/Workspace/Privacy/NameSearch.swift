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
  func matches(in bytes: [UInt8]) -> [(line: Int, match: Match, text: String)] {
    let text = String(decoding: (try? CSVEncoding.utf8(bytes)) ?? bytes, as: UTF8.self)
      .replacingOccurrences(of: "\r\n", with: "\n")
    var found: [Int: (Match, String)] = [:]
    for (variant, isFirst) in [(text, true), (EscapedText.unfolded(text), false)] where isFirst || variant != text {
      for (index, line) in variant.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard found[index + 1]?.0 != .certain, let match = match(String(line)) else { continue }
        found[index + 1] = (match, String(line))
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1) }
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
