/// The columns of `finding-decisions.csv`; the order is that of `definitions`.
enum FindingDecisionColumn: Int, InputColumn {
  case finding, answer, until, by, note

  static let section = "finding_decisions"

  static let definitions: [ColumnDefinition] = [
    .init(name: "finding_id", aliases: ["finding"], isRequired: true, whenEmpty: "an error"),
    .init(name: "decision", aliases: ["answer"], isRequired: true, whenEmpty: "not decided: the finding is shown"),
    .init(name: "until", whenEmpty: "an error in a row that snoozes"),
    .init(name: "by", aliases: ["decided_by"], isPersonal: true, whenEmpty: "no statement"),
    .init(name: "note", aliases: ["reason"], isPersonal: true, whenEmpty: "no statement"),
  ]
}
