import ArgumentParser

/// `ACCOUNT=CSM`, `ACCOUNT=CSM@PERIOD`, `ACCOUNT=stay`.
struct ForceArgument: ExpressibleByArgument {
  let account: String
  /// `nil`: the account stays.
  let csm: String?
  let period: String?

  init?(argument: String) {
    guard let equals = argument.lastIndex(of: "=") else { return nil }
    account = String(argument[..<equals])
    let choice = argument[argument.index(after: equals)...]
    let at = choice.lastIndex(of: "@")
    let name = String(choice[..<(at ?? choice.endIndex)])
    let period = at.map { String(choice[choice.index(after: $0)...]) }
    guard !account.isEmpty, !name.isEmpty, period != "" else { return nil }
    guard name != "stay" else {
      if period != nil { return nil }
      (csm, self.period) = (nil, nil)
      return
    }
    (csm, self.period) = (name, period)
  }
}

/// Hours, up to two decimals: `100`, `92.5`.
struct HoursArgument: ExpressibleByArgument {
  let minutes: Int64

  init?(argument: String) {
    guard argument.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let hours = Double(argument),
      hours <= 10_000
    else { return nil }
    minutes = Int64((hours * 60).rounded(.down))
  }
}
