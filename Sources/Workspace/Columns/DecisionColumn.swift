/// The columns of `decisions.csv`; the order is that of `definitions`. `decisions-blank.csv` has the same ones.
enum DecisionColumn: Int, InputColumn {
  case account, answer, csm, until, reason, by, proposedMove, proposedCSM, proposedStart

  static let section = "decisions"

  static let definitions: [ColumnDefinition] = [
    .init(name: "account_id", aliases: ["account", "Id", "Account ID"], isRequired: true, whenEmpty: "an error"),
    .init(name: "decision", aliases: ["answer"], isRequired: true, whenEmpty: "not answered: the move is free"),
    .init(name: "csm_id", aliases: ["csm", "instead"], whenEmpty: "no other CSM is asked for"),
    .init(name: "until", aliases: ["not_before"], whenEmpty: "deferred beyond the horizon"),
    .init(name: "reason", isPersonal: true, whenEmpty: "no statement"),
    .init(name: "by", aliases: ["decided_by"], isPersonal: true, whenEmpty: "no statement"),
    .init(name: "proposed_move", whenEmpty: "as in the plan that is answered"),
    .init(name: "proposed_csm_id", whenEmpty: "as in the plan that is answered"),
    .init(name: "proposed_start", whenEmpty: "as in the plan that is answered"),
  ]
}
