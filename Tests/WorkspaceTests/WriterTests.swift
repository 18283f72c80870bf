import Testing

@testable import Workspace

@Suite struct WriterTests {
  private func line(_ cells: [CSVWriter.Cell]) -> String {
    String(decoding: CSVWriter.line(cells), as: UTF8.self)
  }

  @Test("F50: text that a spreadsheet takes for a formula is neutralised, numbers are not touched")
  func formulas() {
    #expect(
      line([.text("=1+1"), .text("+1"), .text("-1"), .text("@x"), .text("a=b")]) == "'=1+1,'+1,'-1,'@x,a=b\n")
    #expect(line([.text("\tx"), .text("\rx")]) == "\"'\tx\",\"'\rx\"\n")
    #expect(line([.number(-5), .number("-0.25"), .empty]) == "-5,-0.25,\n")
    #expect(
      line([.text("=HYPERLINK(\"http://x\",\"y\")")]) == "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n")
  }

  @Test("F18: quotes before combining marks are doubled, because bytes are escaped")
  func combiningMarks() {
    #expect(Array(line([.text("a\"\u{301}b")]).utf8) == Array("\"a\"\"\u{301}b\"\n".utf8))
    #expect(Array(line([.text("a,\u{301}b")]).utf8) == Array("\"a,\u{301}b\"\n".utf8))
  }

  @Test("F17: what is written is read back the same")
  func roundTrip() {
    let cells = [
      "plain", "a,b", "a;b", "say \"x\"", "two\nlines", "cr\r\nlf", " spaces ", "", "\u{301}", "漢字",
      "tab\there",
    ]
    var random = SplitMix(seed: 50)
    for _ in 0..<200 {
      let rows = (0..<5).map { _ in (0..<4).map { _ in cells[Int(random.next() % UInt64(cells.count))] } }
      let bytes = ([["h1", "h2", "h3", "h4"]] + rows).flatMap { CSVWriter.line($0.map { .text($0) }) }
      guard let (header, table) = CSVReader(file: "t", issues: IssueCollector()).read(bytes) else {
        Issue.record("not read: \(bytes)")
        continue
      }
      #expect(header.count == 4)
      let back = (0..<table.rowCount).map { row in
        (0..<4).map { String(decoding: table.content(row, $0), as: UTF8.self) }
      }
      #expect(back == rows.filter { $0 != ["", "", "", ""] })
    }
  }

  @Test("A file is written with its header")
  func file() throws {
    let folder = TemporaryFolder()
    let output = try AtomicFileWriter(path: folder.file("x.csv"))
    let writer = try CSVWriter(output, header: ["Id", "CSM__c"])
    try writer.write([.text("001"), .text("dana")])
    try output.commit()
    #expect(try CappedFile.bytes(at: folder.file("x.csv"), limit: 100) == Array("Id,CSM__c\n001,dana\n".utf8))
  }
}
