import BallastProcess
import Foundation

/// Workspaces in which people and customers have names that are hard to replace.
enum NamedWorkspace {
  static let people = [
    "Siobhán O'Brien", "Jürgen Müller", "Zoë <b>Quill</b>", "Vex, \"Ace\" Ngata", "Ingrid Sørensdatter",
  ]

  /// A copy of a scenario in which every person and customer has such a name.
  static func planted(_ scenario: String) throws -> (folder: TemporaryFolder, names: [String]) {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Checkout.path("scenarios/\(scenario)"), toPath: folder.file("book"))
    let csms = try plant(folder, "book/csms.csv", column: "name", email: true) { index in
      "\(people[index % people.count]) Zq\(letters(index))person"
    }
    let accounts = try plant(folder, "book/accounts.csv", column: "account_name", email: false) { index in
      "Qx\(letters(index))customer & Söhne, \"GmbH\""
    }
    return (folder, csms + accounts)
  }

  /// Rewrites a column, and adds one where there is none. The tables of the scenarios have no quoted cells.
  private static func plant(
    _ folder: TemporaryFolder, _ file: String, column: String, email: Bool, _ name: (Int) -> String
  ) throws -> [String] {
    let lines = try folder.text(file).split(separator: "\n").map(String.init)
    var header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let position = header.firstIndex(of: column) ?? header.count
    if position == header.count { header.append(column) }
    let hasEmail = header.contains("email")
    if email, !hasEmail { header.append("email") }
    var names: [String] = []
    let rows = lines.dropFirst().enumerated().map { index, line in
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      names.append(name(index))
      let quoted = "\"" + name(index).replacingOccurrences(of: "\"", with: "\"\"") + "\""
      if position < cells.count { cells[position] = quoted } else { cells.append(quoted) }
      if email, !hasEmail { cells.append("zq\(letters(index))person@planted.example") }
      return cells.joined(separator: ",")
    }
    try folder.write(file, ([header.joined(separator: ",")] + rows).joined(separator: "\n") + "\n")
    return names
  }

  /// A word of its own for every row: 0 is `aa`.
  static func letters(_ index: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    return "\(alphabet[index / 26 % 26])\(alphabet[index % 26])"
  }

  /// The marks that planted names leave in any spelling.
  static func traces(in text: String) -> [String] {
    let planted = text.matches(of: /(?i)(zq[a-z]{2}person|qx[a-z]{2}customer|planted\.example)/).map { String($0.0) }
    let odd: Set<String> = ["müller", "muller", "siobhán", "brien", "quill", "ngata", "sørensdatter"]
    return planted + Set(text.lowercased().split { !$0.isLetter }.map(String.init)).intersection(odd)
  }
}
