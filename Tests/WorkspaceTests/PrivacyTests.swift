import Portfolio
import Testing

@testable import Workspace

@Suite struct PrivacyTests {
  @Test("F51: no name, e-mail address or phone number appears in any message")
  func canaries() throws {
    let csms = """
      csm_id,name,email,phone,regions,active,manager_id,backfill_csm_id,capacity_hours,leave_start,last_day
      C1,Canary Birdsong,canary@secret.example,+49 170 5550123,EMEA,perhaps,C2,Canary Birdsong,many,2026-01-01,30/30/2026
      c1,Canary Birdsong,canary@secret.example,+49 170 5550123,EMEA,,C1,canary@secret.example,,,
      C3,Canary Birdsong,canary2@secret.example,+49 170 5550123,EMEA,,,,,,,,extra

      """
    let accounts = """
      account_id,account_name,CSM,tier,region,pinned_csm_id,lock_reason,arr,parent_id
      A1,Canary Holdings,Canary Birdsong,Small,EMEA,Canary Nobody,call +49 170 5550123,x,A2
      A1,Canary Holdings,canary@nowhere.example,,EMEA,canary@secret.example,,1,A1
      A2,Canary Holdings,Canary Unknown,Small,,,,,A1
      A3,Canary Holdings

      """
    for policy in [
      "incumbents: orphan\n",
      "eligibility: {pins: [{account: A1, csm: canary@secret.example}, {account: A2, csm: Canary Nobody}]}\n",
    ] {
      let workspace = try Sample(accounts: accounts, csms: csms, policy: policy).read()
      #expect(workspace.errors.count > 8)
      let text = workspace.allText.lowercased()
      #expect(!text.contains("canary"), "\(workspace.allText)")
      #expect(!text.contains("5550123"))
    }
  }

  @Test("F51: damaged files do not echo what they hold")
  func damaged() throws {
    for text in [
      "account_id,account_name\nA,\"Canary Birdsong\n", "account_id,account_name\nA,\"Canary\" Birdsong\n",
      "account_id,account_name\nA,Canary\0\n",
    ] {
      let workspace = try Sample(accounts: text).read()
      #expect(workspace.exitCode == 65)
      #expect(!workspace.allText.contains("Canary"))
    }
  }

  @Test("F46: payloads in names are kept as they are and shown only escaped and shortened")
  func payloads() throws {
    let payload = "<script>alert(1)</script>"
    let accounts =
      "account_id,account_name,csm_id,tier,region\n\(payload),\"\(payload)\u{202E}\u{7}\",C1,t,r\n"
    #expect(try Sample(accounts: accounts).read().portfolio?.accounts[0].name == payload + "\u{202E}\u{7}")
    let long = String(repeating: "z", count: 5_000) + "\u{1B}]0;title\u{7}"
    let workspace = try Sample.column("arr", [long, "\u{1B}[31mx", "\u{202E}x"]).read()
    for issue in workspace.errors {
      let value = try #require(issue.value)
      #expect(value.unicodeScalars.count <= 75)
      #expect(!value.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
