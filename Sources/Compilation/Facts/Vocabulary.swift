import Portfolio

/// Words as small numbers, so that no text is compared for a pair of account and CSM.
struct Vocabulary: Sendable {
  private(set) var words: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a word, new where it is new.
  mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }

  /// The number of a word that was interned before.
  func known(_ word: String) -> Int? { numbers[word] }
}
