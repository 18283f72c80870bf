/// A workspace whose names, addresses, phone numbers and remarks can be told from everything else.
enum CanaryWorkspace {
  static let sample: SampleWorkspace = {
    var sample = SampleWorkspace()
    sample.accounts = """
      account_id,account_name,tier,region,csm_id,lock_reason,arr,effort_hours
      A1,Canary Mills,gold,EMEA,canary.ann@secret.example,,240000,50
      A2,Canary Foods,gold,EMEA,ann,Canary calls +49 170 5550123,60000,40
      A3,Canary Labs,silver,EMEA,ben,,75000,30

      """
    sample.csms = """
      csm_id,name,email,phone,regions,capacity_hours
      ann,Canary Ann,canary.ann@secret.example,+49 170 5550123,EMEA,100
      ben,Canary Ben,canary.ben@secret.example,+49 170 5550124,EMEA,100
      cleo,Canary Cleo,canary.cleo@secret.example,+49 170 5550125,AMER,100

      """
    return sample
  }()

  static func canaries(in text: String) -> [String] {
    ["canary", "secret.example", "55501"].filter { text.lowercased().contains($0) }
  }

  struct Fault: Sendable, CustomStringConvertible {
    var description: String
    var code: Int32
    var file: File
    var old: String
    var new: String

    enum File { case accounts, csms, policy }

    func apply(to sample: inout SampleWorkspace) {
      switch file {
      case .accounts: sample.accounts.replace(old, with: new)
      case .csms: sample.csms.replace(old, with: new)
      case .policy: sample.policy.replace(old, with: new)
      }
    }
  }

  static let faults: [Fault] = [
    .init(description: "a number", code: 65, file: .accounts, old: "240000", new: "much"),
    .init(description: "an unknown CSM", code: 65, file: .accounts, old: ",ann,", new: ",canary@secret.example,"),
    .init(description: "a ragged row", code: 65, file: .accounts, old: "A3,", new: "A3,Canary Twin,"),
    .init(description: "a twin", code: 65, file: .accounts, old: "A3,", new: "A1,"),
    .init(description: "an open quote", code: 65, file: .accounts, old: "A3,", new: "A3,\""),
    .init(description: "a twin CSM", code: 65, file: .csms, old: "cleo,", new: "ann,"),
    .init(
      description: "an unknown key", code: 78, file: .policy, old: "version: 1", new: "version: 1\ncapcity: {}"),
    .init(
      description: "an unknown CSM in a pin", code: 78, file: .policy, old: "region: ban",
      new: "pins: [{ account: A1, csm: canary@secret.example }]"),
    .init(
      description: "a pin out of the region", code: 3, file: .policy, old: "region: ban",
      new: "region: ban, pins: [{ account: A1, csm: cleo }]"),
    .init(
      description: "a pin of a locked account", code: 3, file: .policy, old: "region: ban",
      new: "region: ban, pins: [{ account: A2, csm: ben }]"),
    .init(
      description: "a pin of a forbidden pair", code: 78, file: .policy, old: "region: ban",
      new: """
        region: ban, pins: [{ account: A1, csm: ben }],
          forbidden: [{ account: A1, csm: ben, reason: Canary Ben left them }]
        """),
  ]
}
