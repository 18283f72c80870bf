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

  /// Five accounts and three people, with names wherever a name may stand: ids, teams, reasons, goals, scenarios, grids. For
  /// commands that plan many times.
  static func small() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "book/accounts.csv",
      #"""
      account_id,account_name,tier,region,csm_id,arr,effort_hours,lock_reason,next_goal,health
      Qxaacustomer,"Qxaacustomer & Söhne, ""GmbH""",gold,EMEA,zqaaperson,240000,50,Promised to Quill,Lunch with Zqzzperson,80
      Qxabcustomer,Qxabcustomer Foods,gold,EMEA,zqaaperson,60000,40,,,55
      Qxaccustomer,Müller Labs,silver,EMEA,zqaaperson,75000,30,,,80
      Qxadcustomer,Qxadcustomer Travel,silver,EMEA,zqabperson,90000,25,,,
      Qxaecustomer,Qxaecustomer Press,silver,AMER,,20000,10,,,

      """#)
    try folder.write(
      "book/csms.csv",
      #"""
      csm_id,name,email,manager_id,team,regions,capacity_hours
      zqaaperson,Siobhán O'Brien,siobhan@planted.example,zqadperson,Team Müller,EMEA,100
      zqabperson,Jürgen Müller,jm@planted.example,zqadperson,Team Müller,EMEA;AMER,100
      zqacperson,"Vex, ""Ace"" Ngata",vex@planted.example,zqadperson,Team Müller,AMER,100

      """#)
    try folder.write(
      "book/ballast.yaml",
      """
      version: 1
      horizon: { start: 2027-01-04, periods: 2, period: month }
      eligibility: { region: ban, forbidden: [{ account: Qxadcustomer, csm: zqacperson, reason: Zqabperson said so }] }
      handoffs:
        moments:
          - { id: open-month, event: any, price: 60, checklist: [Call Siobhán] }

      """)
    try writeQuestions(folder)
    return folder
  }

  /// A scenario, candidates and a grid over the small workspace.
  private static func writeQuestions(_ folder: TemporaryFolder) throws {
    try folder.write(
      "book/scenarios/one-leaves.yaml",
      """
      name: Siobhán O'Brien leaves
      why: Jürgen Müller says that Zqzzperson heard it
      csms:
        remove:
          - { csm: zqaaperson, on: 2027-02-01 }
        add:
          - { csm_id: zqaeperson, name: Zoë Quill, regions: "EMEA;AMER", capacity_hours: 120 }

      """)
    try folder.write(
      "book/candidates.yaml",
      """
      name: Whom Müller knows
      csms:
        add:
          - { csm_id: zqaeperson, name: Zoë Quill, regions: "EMEA;AMER", manager_id: zqadperson, capacity_hours: 90 }

      """)
    try folder.write(
      "book/grid.yaml",
      """
      name: Whether Siobhán leaves
      why: Müller asked
      workspace: .
      work: 1000
      axes:
        - name: who leaves of Müller's team
          remove: [none, zqaaperson]
        - name: plans
          scenarios: [none, scenarios/one-leaves.yaml]

      """)
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
