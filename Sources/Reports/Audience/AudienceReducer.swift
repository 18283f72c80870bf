public import PlanDocument

/// Makes of a plan the part that an audience may see, before anything is rendered: what is not in the reduced plan can
/// be in no file.
///
/// It copies what is allowed instead of removing what is not, so that a new part of a plan is hidden until somebody
/// allows it. The look-ups are made once; a reduction then costs what it keeps.
public struct AudienceReducer: Sendable {
  let document: PlanDocument
  private let books: [String: Int]
  private let accounts: [String: Int]
  private let handoffs: [String: [Int]]
  /// By CSM: positions of the assignments that name them.
  private let assignments: [String: [Int]]
  private let breaches: [String: [Int]]
  private let closed: [String: Int]

  public init(_ document: PlanDocument) {
    self.document = document
    books = AudienceReducer.index(document.books.map(\.csm))
    accounts = AudienceReducer.index(document.accounts.map(\.account))
    closed = AudienceReducer.index((document.closedAccounts ?? []).map(\.account))
    handoffs = Dictionary(grouping: document.handoffs.indices) { document.handoffs[$0].account }
    breaches = Dictionary(grouping: document.inheritedBreaches.indices) { document.inheritedBreaches[$0].csm }
    var named: [String: [Int]] = [:]
    for (position, assignment) in document.assignments.enumerated() {
      for csm in Set([assignment.csm, assignment.previous, assignment.cover].compactMap { $0 }) {
        named[csm, default: []].append(position)
      }
    }
    assignments = named
  }

  /// The plan as the audience may see it; the whole plan for the lead.
  public func plan(for audience: Audience) -> PlanDocument {
    guard audience != .lead else { return document }
    let seen = people(of: audience)
    let positions = Set(seen.flatMap { assignments[$0] ?? [] }).sorted()
    let visible = positions.map { document.assignments[$0] }
    let ids = visible.map(\.account)
    let moves = ids.flatMap { handoffs[$0] ?? [] }.sorted().map { document.handoffs[$0] }
    var reduced = PlanDocument(
      asOf: document.asOf, inputs: [:], currency: document.currency, horizon: document.horizon,
      termination: document.termination, objective: PointsValue(micropoints: 0), objectiveByRule: [:],
      gap: document.gap, certifiedGap: document.certifiedGap, totals: totals(visible, moves, seen),
      accounts: ids.compactMap { accounts[$0] }.map { document.accounts[$0] }, assignments: visible,
      handoffs: [], books: books(seen, visible), inheritedBreaches: breaches(of: seen, Set(ids)), run: run)
    reduced.closedAccounts = ids.compactMap { closed[$0] }.compactMap { document.closedAccounts?[$0] }
    let names = Dictionary(reduced.books.map { ($0.csm, $0.name ?? $0.csm) }, uniquingKeysWith: { first, _ in first })
    reduced.handoffs = moves.map { neutral($0, names) }
    reduced.explanations = explanations(for: audience, seen, moves, names)
    return reduced
  }

  /// The CSMs whose books an audience sees.
  public func people(of audience: Audience) -> Set<String> {
    switch audience {
    case .lead: return Set(document.books.map(\.csm))
    case .csm(let id): return [id]
    case .manager(let id):
      var seen: Set<String> = [id]
      var open = [id]
      let reports = Dictionary(grouping: document.books, by: \.manager)
      while let manager = open.popLast() {
        for book in reports[manager] ?? [] where seen.insert(book.csm).inserted { open.append(book.csm) }
      }
      for book in document.books where book.team == id { seen.insert(book.csm) }
      return seen
    }
  }

  /// What may follow `manager:`: managers and teams that somebody in the plan has.
  public var managers: [String] {
    Set(document.books.compactMap(\.manager) + document.books.compactMap(\.team)).sorted()
  }

  /// The books of those who are seen; of the other side of a handoff only who it is.
  private func books(_ seen: Set<String>, _ visible: [Assignment]) -> [BookDocument] {
    let named = Set(visible.flatMap { [$0.csm, $0.previous, $0.cover].compactMap { $0 } })
    return seen.union(named).compactMap { books[$0] }.sorted().map { position in
      let book = document.books[position]
      return seen.contains(book.csm) ? book : book.contact
    }
  }

  private func totals(_ visible: [Assignment], _ moves: [HandoffDocument], _ seen: Set<String>) -> PlanTotals {
    func arr(_ account: String) -> Int64 { accounts[account].flatMap { document.accounts[$0].arr } ?? 0 }
    let handoffs = moves.filter { $0.kind == .handoff }
    let chosen = handoffs.filter { $0.moment != "departure" }
    let estimated = visible.count { accounts[$0.account].map { document.accounts[$0].estimated } ?? false }
    return PlanTotals(
      accounts: visible.count, csms: seen.count { books[$0] != nil }, moves: chosen.count,
      forcedMoves: handoffs.count - chosen.count, assigned: moves.count { $0.kind == .assign },
      covers: moves.count { $0.kind == .cover }, unassigned: visible.count { $0.kind == .unassigned },
      arrMoved: chosen.reduce(0) { $0 + arr($1.account) }, estimatedEfforts: estimated,
      withoutMoment: visible.count { closed[$0.account] != nil })
  }

  /// The own breaches, in words made of their numbers: the sentence of the plan may name others.
  private func breaches(of seen: Set<String>, _ ids: Set<String>) -> [InheritedBreachDocument] {
    seen.flatMap { breaches[$0] ?? [] }.sorted().map { document.inheritedBreaches[$0] }
      .filter { $0.account.map(ids.contains) ?? true }
      .map { breach in
        var breach = breach
        let name = breach.account.map { id in accounts[id].flatMap { document.accounts[$0].name } ?? id }
        breach.message = message(breach, account: name)
        return breach
      }
  }

  private func message(_ breach: InheritedBreachDocument, account: String?) -> String {
    var parts = [RuleWords.title(breach.rule)] + [account].compactMap { $0 }
    if let period = breach.period {
      parts.append(document.horizon.periods.first { $0.index == period }?.label ?? "Steady")
    }
    if let before = breach.before, let after = breach.after {
      let (arrived, planned) = (HTMLAttention.amount(before, breach.unit), HTMLAttention.amount(after, breach.unit))
      parts.append("\(arrived) beyond the limit on arrival, \(planned) in the plan")
    }
    return parts.joined(separator: ", ")
  }

  /// Version and day; seed, work and host say nothing to this reader.
  private var run: RunFacts {
    RunFacts(
      version: document.run.version, seconds: 0, host: "", createdAt: document.run.createdAt, workspace: "", seed: 0,
      work: 0, solver: "")
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension BookDocument {
  /// Who somebody is, how to reach them and what they know; nothing about their book or their load.
  var contact: BookDocument {
    let none = Side(accounts: 0, strategic: 0, atRisk: 0, arr: 0, renewals: 0, minutes: 0)
    var contact = BookDocument(
      csm: csm, name: name, kind: kind, team: nil, regions: [], startDate: nil, lastDay: nil, before: none,
      after: none, periods: [])
    contact.email = email
    contact.domains = domains
    return contact
  }

  /// A book of somebody whose load the reader of this document does not see.
  var isContact: Bool { periods.isEmpty }
}
