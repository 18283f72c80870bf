public import Portfolio

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A small workspace to start from: 24 accounts, four CSMs and a commented policy. Every name is invented.
///
/// The story: Mara's book is too full, Tomas has just started, and Ines leaves in the second month.
public struct WorkspaceTemplate: Sendable {
  private let start: CalendarDate

  /// - Parameter start: the first day of the plan; all dates of the template lie around it.
  public init(start: CalendarDate) { self.start = start }

  public static let fileNames = [
    WorkspaceReader.policyFile, WorkspaceReader.accountsFile, WorkspaceReader.csmsFile,
  ]

  /// Writes the files into `directory`, which is made if it is missing.
  /// - Throws: `WorkspaceError` (73) when one of the files exists already; nothing is written then.
  public func write(to directory: String) throws {
    for name in WorkspaceTemplate.fileNames {
      let path = "\(directory)/\(name)"
      if access(path, F_OK) == 0 { throw WorkspaceError.alreadyExists(path: path) }
    }
    if mkdir(directory, 0o777) != 0, errno != EEXIST { throw SystemCall.creating(directory, errno) }
    let set = AtomicFileSet()
    try set.add(path: "\(directory)/\(WorkspaceReader.policyFile)").write(policy)
    try set.add(path: "\(directory)/\(WorkspaceReader.accountsFile)").write(accounts)
    try set.add(path: "\(directory)/\(WorkspaceReader.csmsFile)").write(csms)
    try set.commit()
  }

  private func date(_ days: Int?) -> String { days.map { start.adding(days: $0).description } ?? "" }
}

extension WorkspaceTemplate {
  var csms: String {
    """
    csm_id,name,email,kind,regions,tiers,domains,languages,fte,start_date,leave_start,leave_end,last_day
    mara,Mara Lindqvist,mara@example.com,person,EMEA,,manufacturing:expert;retail,en;de,1,,,,
    ines,Ines Carvalho,ines@example.com,person,EMEA;AMER,,retail:expert;healthcare,en;es,1,,,,\(date(45))
    jonah,Jonah Whitfield,jonah@example.com,person,AMER,,healthcare:expert;manufacturing,en,1,,,,
    tomas,Tomas Havel,tomas@example.com,person,EMEA,Small;Mid-Market;Enterprise,retail;manufacturing,en;de,0.8,\(date(-20)),,,

    """
  }

  var accounts: String {
    let header =
      "account_id,account_name,parent_id,csm_id,arr,tier,region,language,domains,effort_hours,health,lifecycle,"
      + "renewal_date,csm_since,escalation_open,lock_reason\n"
    return header + WorkspaceTemplate.rows.map(line).joined()
  }

  private func line(_ row: Row) -> String {
    let cells = [
      row.id, row.name, row.parent, row.csm, String(row.arr), row.tier, row.region, row.language, row.domain,
      row.effort, String(row.health), row.lifecycle, date(row.renewal), date(row.since), row.escalation,
      row.lock,
    ]
    return cells.joined(separator: ",") + "\n"
  }

  var policy: String {
    """
    # The policy of this workspace. Every key may be left out; its default then applies.
    # Prices are points: one point is worth one minute of a CSM's time.
    version: 1
    currency: EUR

    regions:
      - {name: EMEA, adjacent: [AMER]}
      - {name: AMER, adjacent: [EMEA]}
    tiers:
      - {name: Strategic, strategic: true}
      - Enterprise
      - {name: Mid-Market, aliases: [Commercial]}
      - {name: Small, aliases: [SMB]}

    horizon:
      start: \(start)
      periods: 3 # months
      tail_months: 9 # how long the final book counts afterwards

    capacity:
      hours_per_month: 130 # productive hours of a full-time CSM
      target_low: 70 # percent of the hours; below and above it costs a little
      target_high: 85
      soft: 90
      hard: 100

    books:
      max_at_risk: 4

    handoffs:
      slots_in_per_week: 2
      slots_out_per_week: 2
      overlap_weeks: {default: 1, Enterprise: 2, Strategic: 3}

    # Accounts that keep their CSM; the first match gives the reason.
    locks:
      - id: lock-reason
        reason: Locked by a person
        when: {has_lock_reason: true}
      - id: open-escalation
        reason: Escalation open
        when: {escalation_open: true}

    """
  }
}
