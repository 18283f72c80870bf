import PlanDocument
import Portfolio

/// The ARR of a portfolio by the values of one dimension.
struct Spread {
  private(set) var accounts: [String: Int] = [:]
  private(set) var arr: [String: Int64] = [:]
  let total: Int64

  /// The ARR of an account with several domains is shared evenly among them, the remainder going to the first.
  init(_ books: [BookEntry], by dimension: ReviewSegment.Dimension) {
    var total: Int64 = 0
    for book in books {
      let values = Spread.values(book, dimension)
      let part = book.arr / Int64(values.count)
      for (index, value) in values.enumerated() {
        accounts[value, default: 0] += 1
        arr[value, default: 0] += index == 0 ? book.arr - part * Int64(values.count - 1) : part
      }
      total += book.arr
    }
    self.total = total
  }

  /// `-`: none.
  static func values(_ book: BookEntry, _ dimension: ReviewSegment.Dimension) -> [String] {
    switch dimension {
    case .tier: [book.tier]
    case .region: [book.region]
    case .domain: book.domains.isEmpty ? ["-"] : book.domains
    case .marketSegment: [book.marketSegment ?? "-"]
    case .csm: [book.csm ?? "-"]
    case .account: [book.account]
    case .posture: ["-"]
    }
  }

  /// No account has a value of the dimension.
  var isSilent: Bool { arr.keys.allSatisfy { $0 == "-" } }

  /// In tenths of a percent, rounded half up.
  func permille(_ value: String) -> Int64 {
    guard total > 0 else { return 0 }
    return Int64((Int128(arr[value] ?? 0) * 2000 + Int128(total)) / (2 * Int128(total)))
  }

  /// `10,000 x sum of squared shares`, rounded down: 10,000 where everything is one, 10,000 / n where n are equal.
  var herfindahl: Int64 {
    guard total > 0 else { return 0 }
    let sum = arr.values.reduce(0.0) { sum, value in
      let share = Double(value) / Double(total)
      return sum + share * share
    }
    return Int64(sum * 10_000 + 1e-6)
  }
}
