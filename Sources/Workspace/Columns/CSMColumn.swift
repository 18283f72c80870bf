/// The columns of `csms.csv`; the order is that of `definitions`.
enum CSMColumn: Int, InputColumn {
  case id, name, email, kind, active, manager, team, regions, timeZone, languages, domains, tiers, seniority
  case capacity, fte, maxAccounts, maxStrategic, maxAtRisk, maxARR, startDate, ramp, leaveStart, leaveEnd,
    lastDay
  case backfill, placeholder, handoffsIn, handoffsOut, pool

  static let section = "csms"

  static let definitions: [ColumnDefinition] = [
    .init(
      name: "csm_id", aliases: ["Id", "SFDC ID", "rep_id", "User ID"], isRequired: true, whenEmpty: "an error"
    ),
    .init(name: "name", aliases: ["CSM Name", "Full Name"], isPersonal: true, whenEmpty: "the id is shown"),
    .init(name: "email", aliases: ["E-mail"], isPersonal: true, whenEmpty: "no statement"),
    .init(name: "kind", whenEmpty: "person, unless `pool` or `placeholder` says otherwise"),
    .init(name: "active", aliases: ["IsActive"], whenEmpty: "yes"),
    .init(name: "manager_id", aliases: ["ManagerId"], whenEmpty: "no statement"),
    .init(name: "team", whenEmpty: "no statement"),
    .init(name: "regions", aliases: ["Region"], isRequired: true, whenEmpty: "covers no region"),
    .init(name: "time_zone", aliases: ["TimeZoneSidKey"], whenEmpty: "no statement"),
    .init(name: "languages", whenEmpty: "no language rule applies"),
    .init(name: "domains", whenEmpty: "no special knowledge"),
    .init(name: "tiers", whenEmpty: "every tier"),
    .init(name: "seniority", whenEmpty: "no statement"),
    .init(name: "capacity_hours", whenEmpty: "capacity.hours_per_month times fte"),
    .init(name: "fte", whenEmpty: "1"),
    .init(name: "max_accounts", whenEmpty: "books.max_accounts"),
    .init(name: "max_strategic", whenEmpty: "books.max_strategic"),
    .init(name: "max_at_risk", whenEmpty: "books.max_at_risk"),
    .init(name: "max_arr", whenEmpty: "books.max_arr"),
    .init(name: "start_date", whenEmpty: "has started already"),
    .init(name: "ramp", whenEmpty: "capacity.ramp"),
    .init(name: "leave_start", whenEmpty: "no leave"),
    .init(name: "leave_end", whenEmpty: "no leave"),
    .init(name: "last_day", whenEmpty: "stays"),
    .init(name: "backfill_csm_id", whenEmpty: "no successor is named"),
    .init(name: "placeholder", whenEmpty: "no"),
    .init(name: "handoffs_in", whenEmpty: "handoffs.slots_in_per_week"),
    .init(name: "handoffs_out", whenEmpty: "handoffs.slots_out_per_week"),
    .init(name: "pool", whenEmpty: "no"),
  ]
}
