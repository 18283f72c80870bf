import Foundation

/// A text as words without case, accents and signs, so that `O'Brien`, `O&#39;Brien` (decoded), `obrien` as two words and
/// `Müller`, `MULLER` are found whatever stands between.
package struct FoldedWords {
  package struct Word {
    package let text: String
    package let range: Range<String.Index>
  }

  package let words: [Word]

  package init(_ text: String) {
    var words: [Word] = []
    var start: String.Index?
    for index in text.indices {
      let isWord = text[index].isLetter || text[index].isNumber
      if isWord, start == nil { start = index }
      if !isWord, let first = start {
        words.append(Word(text: FoldedWords.folded(text[first..<index]), range: first..<index))
        start = nil
      }
    }
    if let start { words.append(Word(text: FoldedWords.folded(text[start...]), range: start..<text.endIndex)) }
    self.words = words
  }

  /// The words alone, joined by spaces: what is looked up.
  package static func key(_ text: String) -> String { FoldedWords(text).words.map(\.text).joined(separator: " ") }

  private static func folded(_ word: Substring) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
    return String(word).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .replacingOccurrences(of: "ß", with: "ss")
  }
}
