public import PlanDocument

/// Two plans compared, for the terminal: what differs, by rule, by CSM and by account.
public struct DifferencePage: Sendable {
  private let difference: PlanDifference
  private let names: (before: String, after: String)
  private let currency: String
  private let style: TerminalStyle
  private let width: Int
  private let maximum: Int

  /// - Parameters:
  ///   - names: of the two files.
  ///   - maximum: accounts to list.
  public init(
    _ difference: PlanDifference, names: (before: String, after: String), currency: String, width: Int,
    maximum: Int = 60, color: Bool = false
  ) {
    (self.difference, self.names, self.currency) = (difference, names, currency)
    (self.width, self.maximum) = (width, maximum)
    style = TerminalStyle(color: color)
  }

  public func render() -> String {
    let sections = [head, totals, rules, books, accounts].filter { !$0.isEmpty }
    return sections.joined(separator: "\n")
  }

  private var head: String {
    let first: Terminal = "A  \(names.before)\nB  \(names.after)\n"
    let (old, new) = (difference.before.asOf, difference.after.asOf)
    let days = old == new ? "" : "A looks ahead from \(old), B from \(new).\n"
    guard !difference.inputs.isEmpty else { return first.rendered + days + "Both were made from the same data.\n" }
    let files: Terminal = "\(difference.inputs.joined(separator: ", "))"
    return first.rendered + days
      + style.alarm("They were made from different data: \(files.rendered). Compare costs with care.") + "\n"
  }

  private var totals: String {
    let (old, new) = (difference.before, difference.after)
    func counts(_ pick: (PlanTotals) -> Int) -> [String] {
      let (first, second) = (pick(old.totals), pick(new.totals))
      return [NumberText.grouped(first), NumberText.grouped(second), signed(Int64(second - first))]
    }
    let bounds = [old.certifiedBound, new.certifiedBound].map { $0.map(NumberText.hours) ?? "none" }
    let cost = [
      NumberText.hours(old.objective), NumberText.hours(new.objective),
      NumberText.signedHours(points(new.objective.micropoints - old.objective.micropoints)),
    ]
    return table(
      "", ["A", "B", "change"],
      [
        ("Cost of the plan", cost), ("No plan below (certified)", bounds + [""]),
        ("Handoffs by choice", counts(\.moves)), ("Handoffs after departures", counts(\.forcedMoves)),
        ("Accounts without a CSM", counts(\.unassigned)),
      ])
  }

  private var rules: String {
    let changed = difference.rules.filter { $0.change.micropoints != 0 }
    guard !changed.isEmpty else { return "Every rule charges the same.\n" }
    return table(
      "By rule", ["A", "B", "change"],
      changed.map {
        (
          RuleWords.title($0.rule),
          [NumberText.hours($0.before), NumberText.hours($0.after), NumberText.signedHours($0.change)]
        )
      })
  }

  private var books: String {
    let changed = difference.books.filter { $0.before != $0.after }
    guard !changed.isEmpty else { return "Every CSM ends with the same book.\n" }
    let rest = difference.books.count - changed.count
    let note = rest == 0 ? "" : "\(NumberText.plural(rest, "other CSM ends", "other CSMs end")) with the same book.\n"
    return table(
      "By CSM, final book", ["hours a month", "ARR (\(currency), k)", "accounts", "at risk"],
      changed.map { book in
        (
          book.name ?? book.csm,
          [
            pair(book, { NumberText.hours(minutes: $0.minutes) }), pair(book, { NumberText.grouped($0.arr / 1000) }),
            pair(book, { NumberText.grouped($0.accounts) }), pair(book, { NumberText.grouped($0.atRisk) }),
          ]
        )
      }) + note
  }

  private func pair(_ book: PlanDifference.Book, _ text: (BookDocument.Side) -> String) -> String {
    let (old, new) = (book.before.map(text) ?? "–", book.after.map(text) ?? "–")
    return old == new ? old : "\(old) → \(new)"
  }

  private var accounts: String {
    guard !difference.accounts.isEmpty else { return "Every account is treated alike.\n" }
    let counts: [(PlanDifference.Account.Change, String)] = [
      (.who, "to somebody else"), (.when, "on other days"), (.only, "in one plan alone"),
    ]
    let parts = counts.compactMap { change, words -> String? in
      let count = difference.accounts.count { $0.change == change }
      return count == 0 ? nil : "\(NumberText.grouped(count)) \(words)"
    }
    var text = style.bold("By account: \(parts.joined(separator: ", "))") + "\n"
    for account in difference.accounts.prefix(maximum) {
      let name: Terminal = "\(account.name ?? account.account)"
      let sides = Terminal(escaping: words(account))
      text += "  \(TerminalColumns.fitted(name.rendered, 26)) \(sides.rendered)\n"
    }
    let more = difference.accounts.count - maximum
    return more > 0 ? text + "  ... and \(NumberText.grouped(more)) more; --json lists all\n" : text
  }

  private func words(_ account: PlanDifference.Account) -> String {
    guard account.change == .when, let before = account.before, let after = account.after else {
      return "A: \(words(account.before)); B: \(words(account.after))"
    }
    let days = [before, after].map { $0.effective.map { "on \($0)" } ?? "stays" }
    return "\(name(after.previous)) to \(name(after.cover ?? after.csm)): A \(days[0]), B \(days[1])"
  }

  private func words(_ assignment: Assignment?) -> String {
    guard let assignment else { return "not in it" }
    let day = assignment.effective.map { " on \($0)" } ?? ""
    let from = assignment.previous.map { name($0) } ?? "nobody"
    return switch assignment.kind {
    case .stay: "stays with \(from)"
    case .handoff: "\(from) to \(name(assignment.csm))\(day)"
    case .assign: "to \(name(assignment.csm))\(day)"
    case .cover: "stays with \(from), \(name(assignment.cover)) covers"
    case .unassigned: "nobody\(assignment.previous.map { " after \(name($0))" } ?? "")"
    }
  }

  private func name(_ csm: String?) -> String {
    guard let csm else { return "nobody" }
    return difference.books.first { $0.csm == csm }?.name ?? csm
  }

  private func signed(_ value: Int64) -> String { (value > 0 ? "+" : "") + NumberText.grouped(value) }

  private func points(_ micropoints: Int64) -> PointsValue { PointsValue(micropoints: micropoints) }

  /// The first column as wide as it needs to be, the others right-aligned.
  private func table(_ title: String, _ headings: [String], _ rows: [(label: String, cells: [String])]) -> String {
    let labels = rows.map { Terminal(escaping: $0.label).rendered }
    let first = ([title] + labels).map(TerminalColumns.width).max() ?? 0
    let cells = ([headings] + rows.map(\.cells)).map { $0.map { Terminal(escaping: $0).rendered } }
    let widths = headings.indices.map { column in cells.map { TerminalColumns.width($0[column]) }.max() ?? 0 }
    let lines = zip([title] + labels, cells).map { label, row in
      let columns = zip(row, widths).map { TerminalColumns.fitted($0, $1, right: true) }
      return ([TerminalColumns.fitted(label, min(first, max(20, width / 3)))] + columns).joined(separator: "  ")
    }
    return style.bold(lines[0]) + "\n" + lines.dropFirst().map { $0 + "\n" }.joined()
  }
}
