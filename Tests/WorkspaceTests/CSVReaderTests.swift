import Portfolio
import Testing

@testable import Workspace

/// The form of CSV files; the cases mirror those of csv-spectrum.
@Suite struct CSVReaderTests {
  private func table(_ bytes: [UInt8], limits: CSVLimits = CSVLimits()) -> (
    rows: [[String]]?, issues: [ValidationIssue]
  ) {
    let issues = IssueCollector()
    guard let (header, table) = CSVReader(file: "t.csv", issues: issues, limits: limits).read(bytes) else {
      return (nil, issues.sorted())
    }
    let rows = (0..<table.rowCount).map { row in
      header.indices.map { String(decoding: table.content(row, $0), as: UTF8.self) }
    }
    return ([header] + rows, issues.sorted())
  }

  private func rows(_ text: String) -> [[String]]? { table(Array(text.utf8)).rows }

  @Test(
    "F17: separators, quotes, line ends and newlines in quotes read as csv-spectrum expects",
    arguments: [
      ("a,b,c\n1,2,3\n", [["a", "b", "c"], ["1", "2", "3"]]),
      ("a,b,c\r\n1,2,3\r\n", [["a", "b", "c"], ["1", "2", "3"]]),
      ("a,b,c\r1,2,3\r", [["a", "b", "c"], ["1", "2", "3"]]),
      ("a;b;c\n1;2,5;3\n", [["a", "b", "c"], ["1", "2,5", "3"]]),
      ("a\tb\tc\n1\t2;3\t4\n", [["a", "b", "c"], ["1", "2;3", "4"]]),
      ("a|b|c\n1|2|3\n", [["a", "b", "c"], ["1", "2", "3"]]),
      (
        "first,last,address\nJohn,Doe,\"120 any st., Anytown\"\n",
        [["first", "last", "address"], ["John", "Doe", "120 any st., Anytown"]]
      ),
      ("a,b,c\n1,\"\",\"\"\n2,3,4\n", [["a", "b", "c"], ["1", "", ""], ["2", "3", "4"]]),
      ("a,b\n1,\"ha \"\"ha\"\" ha\"\n3,4\n", [["a", "b"], ["1", "ha \"ha\" ha"], ["3", "4"]]),
      ("a,b\n1,\"\"\"\"\n", [["a", "b"], ["1", "\""]]),
      (
        "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"c\"\": [102.0, 0.5]}\"\n",
        [["key", "val"], ["1", "{\"type\": \"Point\", \"c\": [102.0, 0.5]}"]]
      ),
      (
        "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n",
        [["a", "b", "c"], ["1", "2", "3"], ["Once upon \na time", "5", "6"], ["7", "8", "9"]]
      ),
      ("a,b\r\n1,\"x\r\ny\"\r\n", [["a", "b"], ["1", "x\r\ny"]]),
      ("a,b\n1,\"ha \n\"\"ha\"\" \nha\"\n", [["a", "b"], ["1", "ha \n\"ha\" \nha"]]),
      ("a,b,c\n1,2,3\n4,5,ʤ\n", [["a", "b", "c"], ["1", "2", "3"], ["4", "5", "ʤ"]]),
      ("a,b\n1,2\n\n3,4\n\n", [["a", "b"], ["1", "2"], ["3", "4"]]),
      ("a,b\n1,5\" pipe\n", [["a", "b"], ["1", "5\" pipe"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
    ])
  func spectrum(text: String, expected: [[String]]) {
    #expect(rows(text) == expected)
    #expect(rows("\u{FEFF}" + text) == expected)
  }

  @Test(
    "F18: combining marks, joiners and right-to-left text after a separator or quote leave the columns as they are"
  )
  func combiningMarks() {
    let strange = ["\u{301}x", "\u{200D}y", "\u{5D0}\u{5D1}", "\u{202E}z", "\u{FE0F}", "\u{1F3FD}"]
    for text in strange {
      let plain = rows("a,b,c\n1,\(text),3\n")
      #expect(plain == [["a", "b", "c"], ["1", text, "3"]])
      let quoted = rows("a,b,c\n\"1\",\"\(text)\",\"3\"\n")
      #expect(quoted == [["a", "b", "c"], ["1", text, "3"]])
      let doubled = rows("a,b\n1,\"x\"\"\(text)\"\n")
      #expect(doubled == [["a", "b"], ["1", "x\"" + text]])
    }
  }

  @Test("F13: a ragged row is named with its line, its number of cells and that of the header")
  func ragged() {
    let (_, issues) = table(Array("a,b,c\n1,2,3\n4,5\n6,7,8,9\n".utf8))
    #expect(issues.map(\.line) == [3, 4])
    #expect(issues[0].message == "The row has 2 cells, the header has 3.")
    #expect(issues[1].message == "The row has 4 cells, the header has 3.")
  }

  @Test("F13: lines are counted in the file, newlines within quotes included")
  func lines() {
    let (_, issues) = table(Array("a,b\n\"x\ny\r\nz\",2\n4\n".utf8))
    #expect(issues.map(\.line) == [5])
  }

  @Test("F12: an unterminated quote is reported at the line on which it opens")
  func unterminated() {
    let (rows, issues) = table(Array("a,b\n1,2\n3,\"x\n4,5\n".utf8))
    #expect(rows == nil)
    #expect(issues.map(\.line) == [3])
    #expect(issues[0].message.contains("never closed"))
  }

  @Test("F17: text after a closing quote is refused")
  func textAfterQuote() {
    let (rows, issues) = table(Array("a,b\n1,\"x\"y\n".utf8))
    #expect(rows == nil)
    #expect(issues.map(\.line) == [2])
  }

  @Test(
    "F22: empty files, blank files and files with a header only are refused",
    arguments: ["", "\n\n", " \r\n", "a,b\n", "a,b"])
  func empty(text: String) {
    #expect(table(Array(text.utf8)).issues.contains { $0.severity == .error })
  }

  @Test("F22: too many columns, too long cells and too many cells are refused")
  func limits() {
    var limits = CSVLimits()
    (limits.columns, limits.cellBytes, limits.cells) = (3, 10, 12)
    #expect(
      table(Array("a,b,c,d\n1,2,3,4\n".utf8), limits: limits).issues[0].message.contains(
        "more than 3 columns"))
    #expect(
      table(Array("a,b\n1,12345678901\n".utf8), limits: limits).issues[0].message.contains("longer than 10"))
    let long = table(Array("a,b\n1,\"1234567890123\"\n".utf8), limits: limits).issues
    #expect(long[0].line == 2)
    let many = "a,b\n" + String(repeating: "1,2\n", count: 6)
    #expect(table(Array(many.utf8), limits: limits).issues[0].message.contains("more than 12 cells"))
    let wide = String(repeating: "c,", count: 100_000) + "c\n"
    #expect(table(Array(wide.utf8)).rows == nil)
  }

  @Test("F17: the separator is found although cells hold other separators")
  func separators() {
    #expect(rows("account_id;tier;domains\nA;x;\"a,b,c\"\nB;y;\"d,e,f\"\n")?[1] == ["A", "x", "a,b,c"])
    #expect(rows("id,domains\n1,a;b;c\n2,d;e;f\n")?[1] == ["1", "a;b;c"])
    #expect(rows("id\tname\n1\ta, b, c\n")?[1] == ["1", "a, b, c"])
    #expect(rows("id\n1\n2\n") == [["id"], ["1"], ["2"]])
  }
}
