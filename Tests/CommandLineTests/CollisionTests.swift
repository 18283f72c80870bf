import BallastProcess
import Foundation
import Testing

@Suite struct CollisionTests {
  /// What collides with the pins given.
  private func outcomes(_ sample: SampleWorkspace, pins: String) throws -> [Outcome] {
    var sample = sample
    sample.policy.replace("{ region: ban }", with: "{ region: ban, pins: [\(pins)] }")
    let folder = try sample.inNewFolder()
    let book = folder.file("book")
    let results = [
      try BallastBinary.run("plan", book), try BallastBinary.run("export-model", book, "--output", folder.file("x")),
      try BallastBinary.run("check", book),
    ]
    #expect(folder.names(in: "book") == ["accounts.csv", "ballast.yaml", "csms.csv"])
    #expect(!folder.exists("x"))
    return results
  }

  @Test("F29: a pin to a CSM who does not cover the region names both rules, the account and the CSM")
  func region() throws {
    for outcome in try outcomes(SampleWorkspace(), pins: "{ account: A1, csm: cleo }") {
      #expect(outcome.exitCode == 3)
      let text = outcome.errors + outcome.output
      #expect(text.contains("A1 is pinned to cleo") && text.contains("cleo does not cover EMEA"), "\(text)")
      #expect(!text.contains("Ready"))
    }
  }

  @Test("F29: a pin of an account that a person has locked names both")
  func lock() throws {
    var sample = SampleWorkspace()
    sample.accounts = """
      account_id,tier,region,csm_id,lock_reason
      A1,gold,EMEA,ann,Promised to their board
      A2,gold,EMEA,ann,

      """
    for outcome in try outcomes(sample, pins: "{ account: A1, csm: ben }") {
      #expect(outcome.exitCode == 3)
      let text = outcome.errors + outcome.output
      #expect(text.contains("pin: A1 is pinned to ben") && text.contains("lock: A1 keeps its CSM"), "\(text)")
    }
  }

  @Test("F29: a limit that no assignment can meet is named, by id, by plan and check alike")
  func bookLimit() throws {
    var sample = SampleWorkspace()
    sample.csms = """
      csm_id,name,regions,max_accounts
      ann,Ann Canary,EMEA,
      ben,Ben Canary,EMEA;AMER,1

      """
    let pins = "{ account: A1, csm: ben }, { account: A2, csm: ben }, { account: A5, csm: ben }"
    sample.policy.replace("{ region: ban }", with: "{ region: ban, pins: [\(pins)] }")
    let folder = try sample.inNewFolder()
    for command in ["plan", "check"] {
      let outcome = try BallastBinary.run(command, folder.file("book"))
      let text = outcome.errors + outcome.output
      #expect(outcome.exitCode == 3, "\(text)")
      #expect(text.contains("cannot all hold") && text.contains("number of accounts of ben, which is 1"), "\(text)")
      #expect(!text.contains("Canary") && !text.contains("Ready"))
    }
  }
}
