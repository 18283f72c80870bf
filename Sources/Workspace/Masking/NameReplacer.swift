/// Replaces known names, ids and addresses wherever they stand in a text, as whole words.
package struct NameReplacer {
  private var replacements: [String: String] = [:]
  private var longest = 0

  package init() {}

  /// The first pseudonym that a name is given stays.
  package mutating func add(_ name: String, _ pseudonym: String) {
    let words = FoldedWords(name).words
    guard !words.isEmpty else { return }
    longest = max(longest, words.count)
    let key = words.map(\.text).joined(separator: " ")
    if replacements[key] == nil { replacements[key] = pseudonym }
  }

  /// O(words of the text times words of the longest name).
  package func replacing(_ text: String) -> String {
    let words = FoldedWords(text).words
    var result = ""
    var position = text.startIndex
    var index = 0
    while index < words.count {
      guard let (count, pseudonym) = match(words, at: index) else {
        index += 1
        continue
      }
      result += text[position..<words[index].range.lowerBound] + pseudonym
      position = words[index + count - 1].range.upperBound
      index += count
    }
    return result + text[position...]
  }

  /// The longest name that begins at a word.
  private func match(_ words: [FoldedWords.Word], at index: Int) -> (Int, String)? {
    for count in stride(from: min(longest, words.count - index), to: 0, by: -1) {
      let run = words[index..<index + count]
      let key = run.map(\.text).joined(separator: " ")
      if let pseudonym = replacements[key] { return (count, pseudonym) }
    }
    return nil
  }
}
