/// The columns of `activity.csv`; the order is that of `definitions`.
enum ActivityColumn: Int, InputColumn {
  case date, account, csm, minutes, kind

  static let section = "activity"

  static let definitions: [ColumnDefinition] = [
    .init(name: "date", aliases: ["ActivityDate", "Activity Date"], isRequired: true, whenEmpty: "an error"),
    .init(
      name: "account_id", aliases: ["account", "AccountId", "Account ID", "WhatId"], isRequired: true,
      whenEmpty: "an error"),
    .init(name: "csm_id", aliases: ["csm", "OwnerId", "User ID"], whenEmpty: "time of nobody in particular"),
    .init(
      name: "minutes", aliases: ["DurationInMinutes", "Duration in minutes"], isRequired: true, whenEmpty: "an error"),
    .init(name: "kind", aliases: ["Type", "TaskSubtype", "Activity Type"], whenEmpty: "no statement"),
  ]
}
