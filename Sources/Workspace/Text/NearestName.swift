/// The known name a misspelt one was probably meant to be.
public enum NearestName {
  /// The closest candidate within a third of the length (at least one, at most three edits); `nil` when none is
  /// close. Candidates are compared without case; of equally close ones the first in order wins.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count <= 80 else { return nil }
    var best: (name: String, distance: Int)?
    let limit = min(3, max(1, wanted.count / 3))
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
        let swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
        if swapped { value = min(value, beforePrevious[column - 2] + 1) }
        current.append(value)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }

  /// `Maybe \`x\` was meant.`, or the fallback.
  public static func advice(_ name: String, among candidates: some Sequence<String>, else fallback: String) -> String {
    of(name, among: candidates).map { "Maybe `\(DisplayText.shown($0))` was meant." } ?? fallback
  }
}
