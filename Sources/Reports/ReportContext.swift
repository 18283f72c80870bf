import PlanDocument
import Portfolio

/// The document with the look-ups every report needs. Nothing here decides anything: it only finds and counts.
struct ReportContext {
  let document: PlanDocument
  let audience: Audience
  /// Those whose load the reader sees; the others of the document are names only.
  let books: [BookDocument]
  let loads: [LoadFigure]
  /// Sorted by effective date, then account.
  let handoffs: [HandoffDocument]
  private let accounts: [String: AccountDocument]
  private let positions: [String: Int]
  private let people: [String: BookDocument]
  private let assignments: [String: Assignment]
  private let moves: [String: MoveExplanation]

  init(_ document: PlanDocument, for audience: Audience = .lead) {
    self.document = document
    self.audience = audience
    books = document.books.filter { !$0.isContact }
    loads = books.map { LoadFigure(book: $0, tail: document.horizon.periods.count) }
    handoffs = document.handoffs.sorted {
      ($0.effective, $0.account, $0.to) < ($1.effective, $1.account, $1.to)
    }
    accounts = ReportContext.index(document.accounts, by: \.account)
    positions = Dictionary(books.enumerated().map { ($1.csm, $0) }, uniquingKeysWith: { first, _ in first })
    people = ReportContext.index(document.books, by: \.csm)
    assignments = ReportContext.index(document.assignments, by: \.account)
    moves = ReportContext.index(document.explanations.moves, by: \.account)
  }

  /// The load of somebody the reader may see.
  func load(_ csm: String) -> LoadFigure? { positions[csm].map { loads[$0] } }

  func account(_ id: String) -> AccountDocument? { accounts[id] }
  func book(_ id: String) -> BookDocument? { people[id] }
  func assignment(_ account: String) -> Assignment? { assignments[account] }
  func explanation(_ account: String) -> MoveExplanation? { moves[account] }

  func accountName(_ id: String) -> String { named(accounts[id]?.name, else: id) }
  func csmName(_ id: String) -> String { named(people[id]?.name, else: id) }
  /// `nobody` for an orphan.
  func csmName(_ id: String?) -> String { id.map { csmName($0) } ?? "nobody" }

  func money(_ value: Int64) -> String { NumberText.money(value, document.currency) }

  /// The label of a period; the one after the last is the steady state that the final book is weighed in.
  func label(period: Int) -> String {
    document.horizon.periods.first { $0.index == period }?.label ?? "Steady"
  }

  /// `2026-12-01 to 2027-02-28`.
  var horizonText: String {
    guard let first = document.horizon.periods.first, let last = document.horizon.periods.last else {
      return "no periods"
    }
    return "\(first.start) to \(last.end)"
  }

  /// The moves in the order of their gain, that of the bundle where a move cannot be undone alone; those that
  /// cannot be undone at all come first.
  var handoffsByGain: [HandoffDocument] {
    func rank(_ handoff: HandoffDocument) -> Int64 {
      guard let move = moves[handoff.account] else { return Int64.min }
      if let gain = move.gain { return gain.micropoints }
      let bundles = document.explanations.bundles
      guard let index = move.bundle, bundles.indices.contains(index) else { return Int64.max }
      return bundles[index].gain?.micropoints ?? Int64.max
    }
    return handoffs.enumerated().sorted {
      let (left, right) = (rank($0.element), rank($1.element))
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
  }

  /// The fullest book before first; those without capacity in a steady month last.
  var loadsByUtilisation: [LoadFigure] {
    func rank(_ load: LoadFigure) -> Int64 { load.hasCapacity ? load.percentBefore : -1 }
    return loads.enumerated().sorted {
      let (left, right) = (rank($0.element), rank($1.element))
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
  }

  /// Why nobody looks after an account, where the plan says so.
  func whyUnassigned(_ account: String) -> String? {
    document.explanations.stays.first { $0.account == account }?.summary
  }

  var unassigned: [Assignment] { document.assignments.filter { $0.kind == .unassigned } }

  private func named(_ name: String?, else id: String) -> String {
    guard let name, !name.utf8.isEmpty else { return id }
    return name
  }

  private static func index<Value>(_ values: [Value], by key: KeyPath<Value, String>) -> [String: Value] {
    Dictionary(values.map { ($0[keyPath: key], $0) }, uniquingKeysWith: { first, _ in first })
  }
}
