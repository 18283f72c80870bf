import BallastProcess
import Foundation
import PlanDocument
import Portfolio
import Testing

/// The files that each CSM of the quarterly rebalance gets, byte by byte.
@Suite("The audiences of the quarterly rebalance") struct AudienceTests {
  private static let planned = Result {
    try PlannedWorkspace(
      Checkout.path("scenarios/quarterly-rebalance"),
      ["--work-limit", "20000", "--audience", "csms", "--audience", "managers"])
  }
  static let people = (try? planned.get().document.books.map(\.csm)) ?? []

  @Test("everybody has files") func somebody() throws {
    #expect(Self.people.count == 8)
    #expect(try Self.planned.get().folder.names(in: "out/audience").filter { $0.hasPrefix("csm-") }.count == 8)
  }

  @Test("hold no account, no ARR and no load of somebody else", arguments: people)
  func forbidden(csm: String) throws {
    let (folder, document) = (try Self.planned.get().folder, try Self.planned.get().document)
    let own = Set(
      document.assignments.filter { [$0.csm, $0.previous, $0.cover].contains(csm) }.map(\.account))
    #expect(!own.isEmpty)
    let forbidden = forbidden(document, csm, own)
    #expect(forbidden.count > 300)
    let names = folder.names(in: "out/audience/csm-\(csm)")
    #expect(names.count == 7)
    for name in names {
      let bytes = try #require(folder.bytes("out/audience/csm-\(csm)/\(name)"))
      // Folded lines of a calendar are joined first.
      let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
      let numbers = numbers(text)
      let found = forbidden.filter { $0.contains(where: \.isLetter) ? text.contains($0) : numbers.contains($0) }
      #expect(found.isEmpty, "\(name) of \(csm) holds \(found.sorted().prefix(5))")
    }
  }

  /// Whole numbers and decimals as they are written, so that 8,000 is not found in 48,000.
  private func numbers(_ text: String) -> Set<String> {
    let digits = Set("0123456789,.".utf8)
    return Set(
      text.utf8.split { !digits.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: ",.")) })
  }

  /// Names, ids and figures of others, but for those that are also one's own by chance.
  private func forbidden(_ document: PlanDocument, _ csm: String, _ own: Set<String>) -> Set<String> {
    var (mine, others): (Set<String>, Set<String>) = ([], [])
    for account in document.accounts {
      let texts = [account.account, account.name, account.arr.map(grouped), account.arr.map { "\($0)" }].compactMap {
        $0
      }
      if own.contains(account.account) { mine.formUnion(texts) } else { others.formUnion(texts) }
    }
    for book in document.books {
      var texts = [grouped(book.before.arr), grouped(book.after.arr)]
      for period in book.periods where period.minutes >= 6_000 {
        texts += [hours(period.minutes), hours(period.inheritedMinutes)]
      }
      if book.csm == csm {
        texts += book.periods.map { hours($0.capacity) } + [grouped(abs(book.after.arr - book.before.arr))]
      }
      if book.csm == csm { mine.formUnion(texts) } else { others.formUnion(texts) }
    }
    mine.formUnion(transitions(document, own).map(grouped))
    return others.subtracting(mine).filter { $0.utf8.count >= 5 }
  }

  /// What is between two people in some week, in whole currency: a sum of one's own accounts that may equal anything.
  private func transitions(_ document: PlanDocument, _ own: Set<String>) -> [Int64] {
    let arr = Dictionary(document.accounts.map { ($0.account, $0.arr ?? 0) }, uniquingKeysWith: { first, _ in first })
    let moves = document.handoffs.filter { own.contains($0.account) && $0.start < $0.effective }
    return (0..<40).map { week in
      let first = document.asOf.adding(days: 7 * week)
      return moves.filter { $0.start <= first.adding(days: 6) && $0.effective > first }
        .reduce(0) { $0 + (arr[$1.account] ?? 0) }
    }
  }

  private func hours(_ minutes: Int64) -> String { "\((minutes + 3) / 6 / 10).\((minutes + 3) / 6 % 10)" }

  private func grouped(_ value: Int64) -> String {
    let digits = String(value)
    guard digits.utf8.count > 3 else { return digits }
    return "\(digits.dropLast(3)),\(digits.suffix(3))"
  }

  @Test("giver and receiver are invited to every event")
  func invited() throws {
    let calendar = String(
      decoding: try #require(try Self.planned.get().folder.bytes("out/handoffs.ics")), as: UTF8.self
    )
    .replacing("\r\n ", with: "")
    let events = calendar.split(separator: "BEGIN:VEVENT").dropFirst()
    #expect(!events.isEmpty)
    for event in events {
      let isOrphan = event.contains("(nobody →")
      #expect(event.split(separator: "\r\n").count { $0.hasPrefix("ATTENDEE;") } == (isOrphan ? 1 : 2))
      #expect(event.contains("@example.com"))
    }
  }

  @Test("the packs of a person are what that person may see", arguments: people)
  func packs(csm: String) throws {
    let (folder, document) = (try Self.planned.get().folder, try Self.planned.get().document)
    let own = Set(document.handoffs.filter { $0.from == csm || $0.to == csm }.map(\.account))
    guard let bytes = folder.bytes("out/handoffs/csm-\(csm).md") else { return #expect(own.isEmpty) }
    let text = String(decoding: bytes, as: UTF8.self)
    for account in document.accounts {
      #expect(text.contains("Account: \(account.account)\n") == own.contains(account.account), "\(account.account)")
    }
  }
}
