import Testing

@testable import Workspace

@Suite("Edits of a workspace") struct EditTests {
  private func replaced(_ text: String, _ cells: [(line: Int, header: String, value: String)]) throws -> String {
    let editor = try #require(TableEditor(file: "x.csv", bytes: Array(text.utf8)))
    return String(decoding: editor.replacing(cells), as: UTF8.self)
  }

  @Test("a cell is replaced and every other byte stays")
  func cell() throws {
    let text = "id;name;hours\r\na;\"Ann; \"\"B\"\"\";100\r\nb; Ben ;90\r\n"
    #expect(
      try replaced(text, [(2, "hours", "101"), (3, "name", "Ben; C")])
        == "id;name;hours\r\na;\"Ann; \"\"B\"\"\";101\r\nb;\"Ben; C\";90\r\n")
  }

  @Test("an empty cell is filled, and a missing column is added to every row")
  func column() throws {
    #expect(
      try replaced("id,max\na,\nb,3", [(2, "max", "7"), (3, "capacity_hours", "101")])
        == "id,max,capacity_hours\na,7,\nb,3,101")
  }

  private func without(_ list: String, _ account: String, _ csm: String, _ text: String) -> String {
    var editor = PolicyEditor(text)
    editor.removePair(from: list, account: account, csm: csm)
    return editor.text
  }

  @Test("a pair is removed from a list, however it is written")
  func pairs() {
    let items = """
      eligibility:
        pins:
          - { account: A1, csm: ann, reason: Promised }
          - { account: A12, csm: ann }
        tier: ban

      """
    #expect(
      without("pins", "A1", "ann", items)
        == items.replacing("    - { account: A1, csm: ann, reason: Promised }\n", with: ""))
    #expect(without("pins", "A1", "ben", items) == items)
    #expect(without("forbidden", "A1", "ann", items) == items)
    let lines = "eligibility:\n  pins:\n    - account: A1\n      csm: ann\n  # the end\n  tier: ban\n"
    #expect(!without("pins", "A1", "ann", lines).contains("A1"))
    #expect(without("pins", "A1", "ann", lines).contains("pins: []"))
    let inline = "eligibility: { region: ban, pins: [{ account: A1, csm: ann }, { account: A2, csm: ben }] }\n"
    #expect(without("pins", "A1", "ann", inline) == "eligibility: { region: ban, pins: [{ account: A2, csm: ben }] }\n")
    #expect(without("pins", "A2", "ben", inline) == "eligibility: { region: ban, pins: [{ account: A1, csm: ann }] }\n")
  }

  @Test("a number at a path is set, its comment stays")
  func number() {
    var editor = PolicyEditor(
      "handoffs:\n  slots_in_per_week: 2\n  budget:\n    count: 2   # by choice\n    arr: 100\n")
    editor.set(["handoffs", "budget", "count"], to: 3)
    #expect(editor.text == "handoffs:\n  slots_in_per_week: 2\n  budget:\n    count: 3 # by choice\n    arr: 100\n")
  }
}
