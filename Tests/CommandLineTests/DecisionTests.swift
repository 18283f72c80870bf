import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing

/// The loop of proposing and answering, and planning again after a plan was published.
@Suite struct DecisionTests {
  /// A plan of the sample workspace in `book/out`: Ann has too much, Ben and Cleo have room.
  private func planned() throws -> (TemporaryFolder, PlanDocument) {
    let folder = try SampleWorkspace().inNewFolder()
    let outcome = try BallastBinary.run("plan", folder.file("book"), "--quiet", "--gap", "0")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return (folder, try document(folder, "book/out"))
  }

  private func document(_ folder: TemporaryFolder, _ name: String) throws -> PlanDocument {
    try PlanDocument.decoded(from: Data(contentsOf: URL(filePath: folder.file("\(name)/plan.json"))))
  }

  private func replan(_ folder: TemporaryFolder, _ arguments: String...) throws -> Outcome {
    try Invocation(
      BallastBinary.path, ["plan", folder.file("book"), "--gap", "0", "--output", folder.file("next")] + arguments
    ).run()
  }

  private func verified(_ folder: TemporaryFolder) throws -> Bool {
    try BallastBinary.run("verify", folder.file("next/plan.json"), "--data", folder.file("book")).exitCode == 0
  }

  @Test("A rejected move is not proposed again, an accepted one stays, and the plan says what the rejection costs")
  func answers() throws {
    let (folder, first) = try planned()
    let moves = first.handoffs.filter { $0.kind == .handoff }
    let (rejected, kept) = (try #require(moves.first), try #require(first.handoffs.first { $0.kind == .assign }))
    try folder.write(
      "answers.csv",
      "account_id,decision,reason,by\n\(rejected.account),reject,knows them too well,Mia\n\(kept.account),accept,,Mia\n"
    )
    let outcome = try replan(
      folder, "--decisions", folder.file("answers.csv"), "--reviewed", folder.file("book/out/plan.json"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let second = try document(folder, "next")
    #expect(!second.handoffs.contains { $0.account == rejected.account && $0.to == rejected.to })
    #expect(second.handoffs.contains { $0.account == kept.account && $0.to == kept.to && $0.start == kept.start })
    let cost = try #require(second.agreementCosts?.first)
    #expect(cost.account == rejected.account)
    #expect(cost.extra.micropoints == second.objective.micropoints - first.objective.micropoints)
    #expect(second.agreements?.first { $0.kind == .refused }?.by == "Mia")
    for report in ["next/report.md", "next/report.html"] {
      let text = try folder.text(report)
      #expect(text.contains("was rejected"))
      #expect(text.contains("knows them too well"))
      #expect(text.contains("without this answer the account would"))
    }
    #expect(try verified(folder))
  }

  @Test("The blank file, filled in, is what --decisions reads, without any plan beside it")
  func blank() throws {
    let (folder, first) = try planned()
    let move = try #require(first.handoffs.first { $0.kind == .handoff })
    let blank = try folder.text("book/out/decisions-blank.csv")
    #expect(blank.components(separatedBy: "\r\n").count == first.handoffs.count + 2)
    let lines = blank.components(separatedBy: "\r\n").map { line in
      line.hasPrefix("\(move.account),")
        ? line.replacingOccurrences(of: "\(move.start),,,,,", with: "\(move.start),reject,,,,") : line
    }
    try folder.write("answers.csv", lines.joined(separator: "\r\n"))
    try FileManager.default.removeItem(atPath: folder.file("book/out"))
    let outcome = try replan(folder, "--decisions", folder.file("answers.csv"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let second = try document(folder, "next")
    #expect(!second.handoffs.contains { $0.account == move.account && $0.to == move.to })
    #expect(second.agreements?.count == 1)
  }

  @Test("Another CSM may be asked for, and a deferral has its day")
  func directions() throws {
    let (folder, first) = try planned()
    let moves = first.handoffs.filter { $0.kind == .handoff }.map(\.account)
    let account = try #require(moves.first)
    let other = account == "A4" ? "ann" : "ben"
    try folder.write(
      "answers.csv", "account_id,decision,csm_id,until\n\(account),accept,\(other),\nA5,defer,,2027-02-04\n")
    let outcome = try replan(
      folder, "--decisions", folder.file("answers.csv"), "--reviewed", folder.file("book/out/plan.json"))
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let second = try document(folder, "next")
    #expect(second.assignments.first { $0.account == account }?.csm == other)
    let deferred = try #require(second.assignments.first { $0.account == "A5" })
    #expect(deferred.start.map { $0 >= CalendarDate(year: 2027, month: 2, day: 4) ?? $0 } ?? true)
    #expect(try verified(folder))
  }

  @Test("Wrong answers are all reported with their lines, and nothing is written")
  func faults() throws {
    let (folder, _) = try planned()
    try folder.write(
      "answers.csv",
      "account_id,decision,csm_id,until\nA9,accept,,\nA1,perhaps,,\nA2,reject,dana,\nA3,accept,,2027-02-04\n")
    let outcome = try replan(folder, "--decisions", folder.file("answers.csv"))
    #expect(outcome.exitCode == 65)
    for (line, words) in [(2, "not in accounts.csv"), (3, "perhaps"), (4, "dana"), (5, "Only a deferral")] {
      #expect(outcome.errors.contains("answers.csv:\(line)"), "\(outcome.errors)")
      #expect(outcome.errors.contains(words))
    }
    #expect(!folder.exists("next/plan.json"))
  }

  @Test("An answer without anything that it could be an answer to says what is missing")
  func nothingProposed() throws {
    let folder = try SampleWorkspace().inNewFolder()
    try folder.write("answers.csv", "account_id,decision\nA1,accept\n")
    let outcome = try replan(folder, "--decisions", folder.file("answers.csv"))
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("--reviewed"))
  }

  @Test("What was published and has begun goes on, and what was announced stays where nothing speaks against it")
  func published() throws {
    let (folder, first) = try planned()
    let path = folder.file("book/out/plan.json")
    let begun = first.handoffs.filter {
      $0.kind == .handoff && $0.start < CalendarDate(year: 2027, month: 1, day: 10) ?? $0.start
    }
    #expect(!begun.isEmpty)
    let outcome = try replan(folder, "--published", path, "--as-of", "2027-01-10")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let second = try document(folder, "next")
    for handoff in begun {
      let again = second.handoffs.first { $0.account == handoff.account }
      #expect(again?.to == handoff.to)
      #expect(again?.start == handoff.start)
      #expect(again?.effective == handoff.effective)
    }
    #expect(try verified(folder))
  }

  @Test("The published plan and the answers are never overwritten")
  func keeps() throws {
    let (folder, _) = try planned()
    let before = folder.bytes("book/out/plan.json")
    let outcome = try BallastBinary.run(
      "plan", folder.file("book"), "--published", folder.file("book/out/plan.json"), "--as-of", "2027-01-06")
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("choose another --output"))
    #expect(folder.bytes("book/out/plan.json") == before)
  }

  @Test("A published plan from the future is refused")
  func future() throws {
    let (folder, _) = try planned()
    let outcome = try replan(folder, "--published", folder.file("book/out/plan.json"), "--as-of", "2026-12-01")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("--as-of"))
  }
}
