import BallastProcess
import Foundation
import Testing

@Suite struct HostileTextTests {
  private static let payloads = [
    "<script>alert(1)</script>", "\"\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style><svg onload=x>",
    "=HYPERLINK(\"\"http://evil.example\"\")", "+1+1", "-2+3", "@SUM(A1)",
  ]

  /// Every account and every CSM has a hostile name, and everything that people write is hostile too.
  private func sample() -> SampleWorkspace {
    var sample = SampleWorkspace()
    for (name, payload) in zip(["Amber Mills", "Birch Foods", "Cedar Labs", "Dune Travel", "Elm Press"], Self.payloads)
    {
      sample.accounts.replace(name, with: "\"\(payload)\"")
    }
    for (name, payload) in zip(["ann,Ann", "ben,Ben", "cleo,Cleo"], Self.payloads.suffix(3)) {
      sample.csms.replace(name, with: "\(name.prefix { $0 != "," }),\"\(payload)\"")
    }
    sample.policy.replace("price: 60 }", with: "price: 60, checklist: ['=cmd|x', '<script>alert(2)</script>'] }")
    return sample
  }

  private func planned() throws -> TemporaryFolder {
    let folder = try sample().inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  @Test("F46: names are text in the report, never markup")
  func report() throws {
    let report = try planned().text("book/out/report.html")
    #expect(report.contains("&lt;script&gt;alert(1)"))
    for markup in ["<script", "<img", "onerror=alert(1)>", "<svg onload", " onmouseover='alert"] {
      #expect(!report.contains(markup), "\(markup)")
    }
  }

  @Test("F50: no cell of a table that a plan writes begins like a formula")
  func tables() throws {
    let folder = try planned()
    let tables = folder.names(in: "book/out").filter { $0.hasSuffix(".csv") }
    #expect(tables.count >= 2)
    var cells = 0
    for table in tables {
      for line in try folder.text("book/out/\(table)").split(whereSeparator: \.isNewline) {
        for cell in line.split(separator: /,"?/, omittingEmptySubsequences: true) where Double(cell) == nil {
          cells += 1
          #expect(!"=+-@\t".contains(cell.first ?? "x"), "\(table): \(cell)")
        }
      }
    }
    #expect(cells > 20)
    #expect(try folder.text("book/out/assignments.csv").contains("'=HYPERLINK") == true)
  }

  @Test("F51: the exported model holds no text of people", arguments: ["mps", "lp"])
  func model(format: String) throws {
    let folder = try CanaryWorkspace.sample.inNewFolder()
    let path = folder.file("model")
    let outcome = try BallastBinary.run(
      "export-model", folder.file("book"), "--format", format, "--output", path)
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = try folder.text("model") + outcome.errors
    #expect(CanaryWorkspace.canaries(in: text).isEmpty)
  }

  @Test("F51: no error shows a name, an address or a phone number", arguments: CanaryWorkspace.faults)
  func errors(fault: CanaryWorkspace.Fault) throws {
    var sample = CanaryWorkspace.sample
    fault.apply(to: &sample)
    let folder = try sample.inNewFolder()
    for arguments in [["plan"], ["export-model", "--output", folder.file("x")], ["check", "--quiet"]] {
      let outcome = try Invocation(BallastBinary.path, arguments + [folder.file("book")]).run()
      #expect(outcome.exitCode == fault.code, "\(outcome.errors)")
      #expect(CanaryWorkspace.canaries(in: outcome.errors).isEmpty, "\(outcome.errors)")
    }
  }

  @Test("F51: a plan that no longer fits its inputs, or fails its checks, shows nobody on standard error")
  func verification() throws {
    let folder = try CanaryWorkspace.sample.inNewFolder()
    #expect(try BallastBinary.run("plan", folder.file("book"), "--quiet").exitCode == 0)
    let plan = try folder.text("book/out/plan.json")
    try folder.write("book/out/plan.json", plan.replacing("\"kind\" : \"stay\"", with: "\"kind\" : \"unassigned\""))
    let spoiled = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(spoiled.exitCode == 70)
    #expect(CanaryWorkspace.canaries(in: spoiled.errors).isEmpty)
    try folder.replace("50\n", with: "51\n", in: "book/accounts.csv")
    let stale = try BallastBinary.run("verify", folder.file("book/out/plan.json"))
    #expect(stale.exitCode == 5)
    #expect(CanaryWorkspace.canaries(in: stale.errors).isEmpty)
  }
}
