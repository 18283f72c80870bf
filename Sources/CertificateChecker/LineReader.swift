import Digest
package import Foundation

/// Reads a text file line by line and cuts each line into words; holds one piece of the file at a time.
package final class LineReader {
  typealias Word = ArraySlice<UInt8>

  private let handle: FileHandle
  private var buffer: Word = []
  private(set) var words: [Word] = []
  private var number = 0
  private var hash = SHA256()
  private var hashBefore = SHA256()

  package init(_ handle: FileHandle) { self.handle = handle }

  /// Of the lines read so far; of the whole file when `finish()` found nothing more.
  var digest: String { hash.hexadecimal }
  /// Of the lines before the one at hand.
  var digestBefore: String { hashBefore.hexadecimal }
  var keyword: String { words.first.map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// Goes to the next line. Every line ends with a line feed, its words are parted by one space each.
  func advance() throws(Refusal) {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = buffer[..<end]
        hashBefore = hash
        hash.update(Array(buffer[...end]))
        buffer = buffer[(end + 1)...]
        words = line.split(separator: 32, omittingEmptySubsequences: false)
        number += 1
        return
      }
      let piece = (try? handle.read(upToCount: 1 << 20)) ?? nil
      guard let piece, !piece.isEmpty else { throw refusal("the file ends too early") }
      buffer = (Array(buffer) + Array(piece))[...]
    }
  }

  func expect(_ keyword: String, count: Int? = nil) throws(Refusal) {
    guard self.keyword == keyword, count == nil || words.count == count else {
      throw refusal("\"\(keyword)\" is expected")
    }
  }

  /// Nothing may follow the last line.
  func finish() throws(Refusal) {
    guard buffer.isEmpty, (try? handle.read(upToCount: 1))??.isEmpty ?? true else {
      throw refusal("something follows the last line")
    }
  }

  func refusal(_ reason: String) -> Refusal { Refusal("Line \(number): \(reason).") }

  func text(_ place: Int) throws(Refusal) -> String {
    guard place < words.count else { throw refusal("a word is missing") }
    return String(decoding: words[place], as: UTF8.self)
  }

  /// Whole numbers, from this word on.
  func numbers(from place: Int = 1) throws(Refusal) -> [Exact] {
    var numbers: [Exact] = []
    for word in words.dropFirst(place) { numbers.append(try number(word)) }
    return numbers
  }

  func number(_ word: Word) throws(Refusal) -> Exact {
    let digits = word.first == 45 ? word.dropFirst() : word
    guard (1...36).contains(digits.count), digits.allSatisfy({ 48...57 ~= $0 }) else {
      throw refusal("\"\(String(decoding: word, as: UTF8.self))\" is no whole number")
    }
    let value = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 48) }
    return Exact(digits.count == word.count ? value : -value)
  }
}
