import BallastProcess
import Foundation
import Testing

/// A workspace of a few people and six accounts, and what can be odd about one.
struct SmallTeam: Sendable, CustomTestStringConvertible {
  var testDescription = "a team"
  var accounts: String
  var csms = """
    csm_id,name,team,regions,domains,capacity_hours,leave_start,leave_end
    ann,Ann,north,EMEA,energy;retail,100,,
    ben,Ben,north,EMEA,energy,100,,

    """
  var policy = """
    version: 1
    horizon: { start: 2027-01-04, periods: 2, period: month }
    handoffs: { moments: [{ id: open-month, event: any, price: 60 }], slots_are_hard: false }

    """

  /// - Parameter work: hours a month of each account.
  init(work: Int) {
    let rows = (1...6).map {
      "A\($0),silver,EMEA,\($0 < 4 ? "ann" : "ben"),\($0)0000,\(work),\($0 == 1 ? "retail" : "")"
    }
    accounts = "account_id,tier,region,csm_id,arr,effort_hours,domains\n" + rows.joined(separator: "\n") + "\n"
  }

  func inNewFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("book/accounts.csv", accounts)
    try folder.write("book/csms.csv", csms)
    try folder.write("book/ballast.yaml", policy)
    return folder
  }

  private static func changed(_ name: String, _ change: (inout SmallTeam) -> Void) -> SmallTeam {
    var team = SmallTeam(work: 25)
    team.testDescription = name
    change(&team)
    return team
  }

  static let odd = [
    changed("one CSM only") { team in
      team.csms = "csm_id,name,team,regions,domains\nann,Ann,north,EMEA,energy\n"
      team.accounts = team.accounts.replacingOccurrences(of: ",ben,", with: ",ann,")
    },
    changed("a CSM whom nobody needs") { team in
      team.csms += "zoe,Zoe,south,APAC,,100,,\n"
    },
    changed("everybody on leave") { team in
      team.csms = team.csms.replacingOccurrences(of: ",100,,", with: ",100,2027-01-01,2027-12-31")
    },
    changed("no expertise at all") { team in
      team.csms = team.csms.replacingOccurrences(of: "energy;retail", with: "")
      team.csms = team.csms.replacingOccurrences(of: "energy", with: "")
      team.accounts = team.accounts.replacingOccurrences(of: ",retail", with: ",")
    },
    changed("a domain nobody knows") { team in
      team.accounts = team.accounts.replacingOccurrences(of: "retail", with: "mining")
    },
    changed("no account has a CSM") { team in
      team.accounts = team.accounts.replacingOccurrences(of: ",ann,", with: ",,")
      team.accounts = team.accounts.replacingOccurrences(of: ",ben,", with: ",,")
    },
    changed("everybody has resigned already") { team in
      team.csms = "csm_id,regions,last_day\nann,EMEA,2027-01-20\nben,EMEA,2027-02-10\n"
    },
    changed("names that are no words") { team in
      team.csms = team.csms.replacingOccurrences(of: "Ann", with: "\"A \"\"{x}: # é\"")
      team.csms = team.csms.replacingOccurrences(of: "ann,", with: "ÄÖ,")
      team.accounts = team.accounts.replacingOccurrences(of: ",ann,", with: ",ÄÖ,")
    },
  ]
}
