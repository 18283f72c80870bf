import ArgumentParser

/// Options that every command has.
struct CommonOptions: ParsableArguments {
  @Flag(help: "Write one JSON document to standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "No progress and no summary; errors only.")
  var quiet = false

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day from which the plan looks ahead, YYYY-MM-DD; else horizon.start of the policy, else tomorrow.",
      valueName: "date"))
  var asOf: DateArgument?
}
