import Portfolio
import Testing

@testable import Workspace

@Suite struct FuzzTests {
  @Test("F12: a file cut at any byte is refused, except between two rows, where a row count refuses it")
  func cuts() throws {
    let bytes = Array(Sample().accounts.utf8)
    let headerEnd = try #require(bytes.firstIndex(of: 0x0A)) + 1
    for cut in bytes.indices {
      let workspace = try Sample.read(accounts: Array(bytes[..<cut]))
      let isBetweenRows = cut > headerEnd && bytes[cut - 1] == 0x0A
      #expect((workspace.portfolio != nil) == isBetweenRows, "cut at \(cut)")
      guard isBetweenRows else {
        #expect(workspace.exitCode == 65)
        continue
      }
      var counted = Sample()
      counted.accounts = String(decoding: bytes[..<cut], as: UTF8.self)
      counted.policy = "expected_rows: {accounts: 3}\n"
      #expect(try counted.read().exitCode == 65)
    }
  }

  @Test("F12: a last row without a line end is accepted when the policy gives a row count or says so")
  func lastLine() throws {
    var sample = Sample()
    sample.accounts.removeLast()
    #expect(try sample.read().error("may be cut off")?.line == 4)
    sample.policy = "formats: {final_line_end: optional}\n"
    #expect(try sample.read().portfolio?.accounts.count == 3)
    sample.policy = "expected_rows: {accounts: 3}\n"
    #expect(try sample.read().portfolio?.accounts.count == 3)
  }

  @Test("F12: random changes of bytes never crash and never lose a row silently")
  func flips() throws {
    var random = SplitMix(seed: 12)
    let original = Array(Sample().accounts.utf8)
    let alphabet: [UInt8] = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x09, 0x7C, 0x2D, 0x80, 0xC3, 0xFF, 0x41, 0x30]
    for _ in 0..<600 {
      var bytes = original
      for _ in 0...Int(random.next() % 3) {
        let position = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[position] = alphabet[Int(random.next() % UInt64(alphabet.count))]
        case 1: bytes.remove(at: position)
        default: bytes.insert(alphabet[Int(random.next() % UInt64(alphabet.count))], at: position)
        }
      }
      let workspace = try Sample.read(accounts: bytes)
      guard let portfolio = workspace.portfolio else {
        #expect(workspace.hasErrors)
        continue
      }
      let isSpaceOnly = workspace.issues.contains { $0.message.contains("without any content") }
      #expect(portfolio.accounts.count == 3 || isSpaceOnly, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test("F26: random changes of a policy never crash")
  func policyFlips() throws {
    var random = SplitMix(seed: 26)
    let original = Array(WorkspaceTemplate(start: Sample.today).policy.utf8)
    let alphabet = Array("&*{}[]:,-#|>'\"!%@`\n \t?~0aé".utf8)
    for _ in 0..<300 {
      var bytes = original
      for _ in 0...Int(random.next() % 4) {
        let position = Int(random.next() % UInt64(bytes.count))
        bytes[position] = alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      let issues = IssueCollector()
      _ = PolicyFile(file: "ballast.yaml", issues: issues).read(bytes)
      _ = PolicyFile(file: "ballast.yaml", issues: issues).read(
        Array(original[..<Int(random.next() % UInt64(original.count))]))
      #expect(issues.sorted().allSatisfy { $0.origin == .policy })
    }
  }

  @Test("F36: the order of rows changes nothing")
  func permutation() throws {
    let template = WorkspaceTemplate(start: Sample.today)
    var sample = Sample(accounts: template.accounts, csms: template.csms, policy: template.policy)
    let expected = try #require(try sample.read().portfolio)
    var random = SplitMix(seed: 36)
    for _ in 0..<10 {
      sample.accounts = shuffled(template.accounts, &random)
      sample.csms = shuffled(template.csms, &random)
      #expect(try sample.read().portfolio == expected)
    }
  }

  @Test("F36: the order of rows does not decide the spelling of a vocabulary")
  func spelling() throws {
    var sample = Sample()
    let rows = ["A1,C1,small,emea\n", "A2,C1,SMALL,EMEA\n", "A3,C1,Small,Emea\n"]
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      sample.accounts = "account_id,csm_id,tier,region\n" + order.map { rows[$0] }.joined()
      let accounts = try #require(try sample.read().portfolio).accounts
      #expect(Set(accounts.map(\.tier)) == ["SMALL"])
      #expect(Set(accounts.map(\.region)) == ["EMEA"])
    }
  }

  private func shuffled(_ text: String, _ random: inout SplitMix) -> String {
    let lines = text.split(separator: "\n")
    return ([lines[0]] + lines.dropFirst().shuffled(using: &random)).map { $0 + "\n" }.joined()
  }
}
