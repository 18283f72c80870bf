import Testing

/// A solution as `glpsol --write` states it: `s mip ROWS COLUMNS STATUS OBJECTIVE`.
struct RefereeSolution {
  let isOptimal: Bool
  /// In points; `nil` where no solution was found.
  let objective: Double?

  init(_ text: String) throws {
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("s mip ") })
    let fields = line.split(separator: " ")
    isOptimal = fields.count == 6 && fields[4] == "o"
    objective = fields.count == 6 && "of".contains(fields[4]) ? Double(fields[5]) : nil
  }
}
