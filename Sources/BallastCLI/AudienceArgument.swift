import ArgumentParser
import PlanDocument
import Portfolio
import Reports
import Workspace

/// `lead`, `manager:ID`, `csm:ID`; `managers` and `csms` stand for all of them.
struct AudienceArgument: ExpressibleByArgument {
  enum Choice: Hashable {
    case one(Audience)
    case everyManager
    case everyCSM
  }

  let choice: Choice

  init?(argument: String) {
    func id(after prefix: String) -> String? {
      argument.hasPrefix(prefix) && argument.utf8.count > prefix.utf8.count
        ? String(argument.dropFirst(prefix.count)) : nil
    }
    if argument == "lead" {
      choice = .one(.lead)
    } else if argument == "managers" {
      choice = .everyManager
    } else if argument == "csms" {
      choice = .everyCSM
    } else if let csm = id(after: "csm:") {
      choice = .one(.csm(csm))
    } else if let manager = id(after: "manager:") {
      choice = .one(.manager(manager))
    } else {
      return nil
    }
  }
}

/// Who reads the reports of a plan, with every id looked up.
struct AudienceList {
  let audiences: [Audience]

  /// - Parameters:
  ///   - csms: ids of the CSMs.
  ///   - managers: managers and teams.
  /// - Throws: `ExitCode` 64 with the nearest name when somebody is unknown.
  init(_ arguments: [AudienceArgument], csms: [String], managers: [String], _ console: Console) throws {
    var audiences: [Audience] = []
    for argument in arguments {
      switch argument.choice {
      case .everyCSM: audiences += csms.map { .csm($0) }
      case .everyManager: audiences += managers.map { .manager($0) }
      case .one(.csm(let id)):
        try AudienceList.find(id, among: csms, "CSM", "id of csms.csv", console)
        audiences.append(.csm(id))
      case .one(.manager(let id)):
        try AudienceList.find(id, among: managers + csms, "manager or team", "manager_id or team of csms.csv", console)
        audiences.append(.manager(id))
      case .one(.lead): audiences.append(.lead)
      }
    }
    var seen: Set<Audience> = []
    self.audiences = audiences.filter { seen.insert($0).inserted }
  }

  /// Before a search: the people as the workspace names them; who has left has no book.
  init(_ arguments: [AudienceArgument], _ portfolio: Portfolio?, _ console: Console) throws {
    let csms = (portfolio?.csms ?? []).filter { csm in
      csm.active && csm.lastDay.map { last in portfolio.map { last >= $0.asOf } ?? true } ?? true
    }
    let managers = Set(csms.compactMap(\.managerID) + csms.compactMap(\.team)).sorted()
    try self.init(arguments, csms: csms.map(\.id), managers: managers, console)
  }

  /// Of a plan that exists.
  init(_ arguments: [AudienceArgument], _ document: PlanDocument, _ console: Console) throws {
    try self.init(
      arguments, csms: document.books.map(\.csm), managers: AudienceReducer(document).managers, console)
  }

  private static func find(
    _ id: String, among known: [String], _ what: String, _ source: String, _ console: Console
  ) throws {
    guard !known.contains(id) else { return }
    let advice = NearestName.advice(id, among: known, else: "Maybe it is no \(source).")
    console.message("There is no \(what) `\(DisplayText.shown(id))`.\n\(advice)\n")
    throw ExitCode(64)
  }
}
