import PlanDocument
import Portfolio

/// The books of the sample, counted from its rows so that every total agrees.
enum SampleBooks {
  static func book(_ id: String, _ name: String, _ kind: String, hours: Int64) -> BookDocument {
    let before = SamplePlan.rows.filter { $0.csm == id }
    let after = SamplePlan.rows.filter { ($0.to ?? $0.csm) == id }
    var book = BookDocument(
      csm: id, name: name, kind: kind, team: id == "POOL" ? nil : "North", regions: ["EMEA", "AMER"],
      startDate: id == "ELI" ? SamplePlan.date("2026-12-01") : nil,
      lastDay: id == "DAN" ? SamplePlan.date("2027-01-15") : nil, before: side(before), after: side(after),
      periods: (0...3).map { period($0, id, hours: hours) })
    book.email = "\(id.lowercased())@example.com"
    book.manager = ["CHL", "ELI"].contains(id) ? "BEN" : id == "BEN" ? "BOSS" : nil
    book.domains = id == "BEN" ? ["healthcare": "working"] : nil
    return book
  }

  private static func side(_ rows: [SamplePlan.Row]) -> BookDocument.Side {
    BookDocument.Side(
      accounts: rows.count, strategic: rows.count { $0.tier == "strategic" },
      atRisk: rows.count(where: \.atRisk),
      arr: rows.reduce(0) { $0 + $1.arr }, renewals: rows.count { $0.hours < 7 && $0.tier != "small" },
      minutes: rows.reduce(0) { $0 + $1.hours * 60 })
  }

  private static func period(_ index: Int, _ id: String, hours: Int64) -> BookDocument.Period {
    let capacity = capacity(index, id, hours: hours)
    let held = SamplePlan.rows.filter { row in
      let received = row.period.map { index >= $0 } ?? false
      return (received ? row.to : row.csm) == id && !(id == "DAN" && index > 1)
    }
    let incoming = SamplePlan.moved.filter { $0.to == id && $0.period == index }.count
    let outgoing = SamplePlan.moved.filter { $0.csm == id && $0.period == index }.count
    let inherited = SamplePlan.rows.filter { $0.csm == id && !(id == "DAN" && index > 1) }
      .reduce(0) { $0 + $1.hours * 60 }
    return BookDocument.Period(
      period: index, capacity: capacity, inheritedMinutes: inherited,
      minutes: held.reduce(0) { $0 + $1.hours * 60 } + Int64(incoming) * 300 + Int64(outgoing) * 120,
      targetLow: capacity * 70 / 100, targetHigh: capacity * 85 / 100, soft: capacity * 90 / 100,
      hard: max(capacity, inherited), handoffsIn: incoming, handoffsOut: outgoing)
  }

  private static func capacity(_ index: Int, _ id: String, hours: Int64) -> Int64 {
    switch id {
    case "DAN": [120 * 60, 58 * 60, 0, 0][index]
    case "ELI": [15, 30, 45, 60][index] * 60
    default: hours * 60
    }
  }
}
