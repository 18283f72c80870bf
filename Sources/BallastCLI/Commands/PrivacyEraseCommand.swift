import ArgumentParser
import PlanDocument
import Workspace

struct PrivacyEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Takes one person or customer out of the workspace and its outputs.",
    discussion: """
      The id becomes a pseudonym wherever it is used, personal cells of the own row are emptied, numbers stay. Pages and \
      calendars that name them are removed. All or nothing: what is interrupted is finished by the next call. Without --yes \
      it only says what would be done. At the end all files are looked through.
      """)

  @OptionGroup var privacy: PrivacyOptions

  @Flag(help: "Do it: there is no way back.")
  var yes = false

  func run() throws {
    let console = Console()
    let journal = EraseJournal(in: privacy.directory.path)
    if journal.isPending { console.message("An erasure that was interrupted is finished first.\n") }
    if let finished = try console.reporting({ try journal.finish() }) {
      try report(finished.scan, console)
      if finished.id == privacy.id { return }
    }
    let subject = try privacy.subject(console)
    let erasure = try console.reporting { try PrivacyErasure(subject, in: privacy.folders) }
    try refuseHolder(erasure, console)
    try console.output(summary(erasure))
    guard yes else {
      return try console.output("Nothing was changed. Run it again with --yes to do it; there is no way back.\n")
    }
    try report(try console.reporting { try erasure.commit() }, console)
  }

  private func refuseHolder(_ erasure: PrivacyErasure, _ console: Console) throws {
    guard !erasure.holds.isEmpty else { return }
    let named = erasure.holds.prefix(5).joined(separator: ", ") + (erasure.holds.count > 5 ? ", ..." : "")
    console.message("This CSM still looks after \(erasure.holds.count) accounts: \(named).\n")
    console.message(
      "Maybe set last_day in csms.csv, plan, hand the accounts over, and erase when accounts.csv names others.\n")
    throw ExitStatus.data
  }

  private func summary(_ erasure: PrivacyErasure) -> String {
    let edits = erasure.edits.map { "  edit    \($0.path) (\($0.places) places)\n" }
    let removals = erasure.removals.map { "  remove  \($0)\n" }
    return (edits + removals).joined()
      + (removals.isEmpty ? "" : "Removed files can be written again: ballast plan, report, review.\n")
      + "The pseudonym is \(erasure.pseudonym).\n"
  }

  private func report(_ scan: PrivacyScan, _ console: Console) throws {
    let place = { (hit: PrivacyScan.Hit) in "  \(hit.file)" + (hit.line.map { ":\($0)" } ?? " (its name)") + "\n" }
    if !scan.possible.isEmpty {
      try console.output("Only you can judge these, where a part of the name stands:\n")
      for hit in scan.possible.prefix(50) { try console.output(place(hit)) }
      if scan.possible.count > 50 { try console.output("  ... and \(scan.possible.count - 50) more\n") }
    }
    for path in scan.skipped { try console.output("Not looked into: \(path)\n") }
    guard scan.certain.isEmpty else {
      console.message("Still named, in files that cannot be edited safely:\n" + scan.certain.map(place).joined())
      console.message("Maybe edit or delete them by hand; everything else is done.\n")
      throw ExitStatus.data
    }
    try console.output("\(scan.files) files looked through: nothing is left.\n")
  }
}
