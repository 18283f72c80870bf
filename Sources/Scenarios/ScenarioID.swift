import Foundation

/// A word for a file name: lower-case ASCII letters, digits and hyphens.
enum ScenarioID {
  private static let longest = 40

  static func of(_ text: String) -> String {
    var word = ""
    for scalar in text.lowercased().unicodeScalars {
      let isKept = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isKept { word.unicodeScalars.append(scalar) } else if !word.hasSuffix("-") { word += "-" }
    }
    return String(word.prefix(longest)).trimmingCharacters(in: CharacterSet(charactersIn: "-"))
  }

  /// The same for several texts, with a number behind those that would have a name twice, or none.
  static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.map { text in
      let word = of(text)
      var candidate = word.isEmpty ? "csm" : word
      var number = 2
      while !seen.insert(candidate).inserted {
        candidate = "\(word.isEmpty ? "csm" : word)-\(number)"
        number += 1
      }
      return candidate
    }
  }
}
