import PlanDocument
import Portfolio
import Testing

@testable import Reports

@Suite struct FileTests {
  private func lines(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test("a cell that begins like a formula becomes text", arguments: ["=1", "+1", "-1", "@x", "\tx"])
  func neutralised(text: String) {
    #expect(CSVTable.neutralised(text) == "'" + text)
  }

  @Test("numbers are left alone") func numbers() {
    var table = CSVTable(header: ["a"])
    table.append([.number("-12.5"), .text("-12.5")])
    #expect(lines(table.bytes) == ["a", "-12.5,'-12.5"])
  }

  @Test("quotes and separators are found among combining marks") func combiningMarks() {
    var table = CSVTable(header: ["a"])
    table.append([.text("x,\u{301}y"), .text("\"\u{301}"), .text("\rx"), .text("plain")])
    let expected = "a\r\n\"x,\u{301}y\",\"\"\"\u{301}\",\"'\rx\",plain\r\n"
    #expect(table.bytes == Array(expected.utf8))
  }

  @Test("every field of every file starts inert", arguments: ["=x", "+x", "-x", "@x", "\tx", "\rx"])
  func inert(payload: String) throws {
    let document = try HostilePlan.document(payload)
    for file in PlanFiles(document).files where file.name.hasSuffix(".csv") {
      for field in fields(file.bytes()) {
        let isNumber = field.allSatisfy { (0x2D...0x39).contains($0) }
        #expect(isNumber || ![0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(field.first ?? 0))
      }
    }
  }

  @Test("handoffs have a row each, in order of effective date") func handoffs() {
    let rows = lines(HandoffsCSV(SamplePlan.document).render())
    #expect(rows.count == SamplePlan.document.handoffs.count + 1)
    #expect(rows[0].hasPrefix("account,from,to,moment,announce,overlap_start,introduction,effective_date,"))
    #expect(
      rows[1].hasPrefix("A17,,ELI,,2026-11-10,2026-11-17,2026-11-21,2026-12-01,2026-12-08,coverage,") == false
    )
    #expect(rows[1].hasPrefix("A17,,ELI,,2026-11-10,2026-11-17,2026-11-21,2026-12-01,2026-12-08,capacity,"))
  }

  @Test("assignments have a row per account") func assignments() {
    let rows = lines(AssignmentsCSV(SamplePlan.document).render())
    #expect(rows.count == SamplePlan.rows.count + 1)
    #expect(rows[24] == "A24,Ijssel Maritime,unassigned,,,,,,,,enterprise,LATAM,205000,12.00,no")
  }

  @Test("what is due on a day is loaded on that day, and can be undone") func crmLoad() throws {
    let days = CRMLoad(SamplePlan.document, export: ExportPolicy()).days()
    #expect(days.map(\.date) == days.map(\.date).sorted())
    let day = try #require(days.first { $0.date == SamplePlan.date("2027-01-11") })
    #expect(day.loadName == "crm-load-2027-01-11.csv")
    #expect(lines(day.load) == ["Id,CSM__c", "A04,CHL", "A15,BEN"])
    #expect(lines(day.rollback) == ["Id,CSM__c", "A04,ANN", "A15,DAN"])
  }

  @Test("the headers of a CRM file are the policy's") func headers() throws {
    var export = ExportPolicy()
    export.idField = "Record ID"
    export.csmField = "hubspot_owner_id"
    let day = try #require(CRMLoad(SamplePlan.document, export: export).days().first)
    #expect(lines(day.load).first == "Record ID,hubspot_owner_id")
  }

  @Test("a plan's files are named once and their bytes never change") func planFiles() {
    let first = PlanFiles(SamplePlan.document).files
    #expect(Set(first.map(\.name)).count == first.count)
    #expect(first.prefix(4).map(\.name) == ["report.html", "report.md", "assignments.csv", "handoffs.csv"])
    for (one, two) in zip(first, PlanFiles(SamplePlan.document).files) { #expect(one.bytes() == two.bytes()) }
  }

  /// RFC 4180 by bytes.
  private func fields(_ bytes: [UInt8]) -> [[UInt8]] {
    var (fields, field, isQuoted): ([[UInt8]], [UInt8], Bool) = ([], [], false)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted, 0x0A where !isQuoted:
        fields.append(field)
        field = []
      case 0x0D where !isQuoted: break
      default: field.append(byte)
      }
    }
    return fields
  }
}
