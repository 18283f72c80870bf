import PlanDocument
import Portfolio
import Reports
import Testing

@Suite("The page of a diagnosis") struct DiagnosisPageTests {
  private func page(members: Int, message: String = "A1 is pinned to Ann") -> String {
    var document = DiagnosisDocument(status: .conflict, asOf: CalendarDate(dayNumber: 20_000))
    var member = ConflictDocument.Member(rule: "pin", message: message)
    member.place = InputPlace(file: "accounts.csv", line: 7, path: "pinned_csm_id")
    document.conflicts = [
      ConflictDocument(members: Array(repeating: member, count: members), proof: .multipliers, isIrreducible: true)
    ]
    document.repair = RepairDocument(
      steps: [.init(rule: "pin", message: message, edit: message, price: PointsValue(Points(600)))],
      price: PointsValue(Points(600)), bound: PointsValue(Points(540)), isVerified: false)
    return DiagnosisPage(document).render()
  }

  @Test("names rules with their places, how sure it is, and what is not proven")
  func facts() {
    let text = page(members: 2)
    for part in [
      "A1 is pinned to Ann [accounts.csv line 7, pinned_csm_id]", "in whole numbers", "each was tried",
      "A repair (none costs less than 540 points): 600 points", "Not tried to the end",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test("is short where many rules are of one kind")
  func short() {
    #expect(page(members: 40).split(separator: "\n").count < 20)
    #expect(page(members: 40).contains("and 32 more of the kind"))
  }

  @Test("F46: control characters in names do nothing")
  func hostile() {
    let text = page(members: 1, message: "A1 \u{1B}[2J is \u{7}pinned\r")
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7}") && !text.contains("\r"))
  }
}
