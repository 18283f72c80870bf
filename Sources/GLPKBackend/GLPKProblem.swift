import CGLPK

/// Owns one `glp_prob`. Every call is checked first, because GLPK ends the process on a bad one.
///
/// It must live and die on one thread: GLPK keeps its memory in thread-local storage. Rows and columns count from
/// zero here, from one inside.
struct GLPKProblem: ~Copyable {
  /// Coefficients, bounds and costs above this are refused; GLPK's tolerances mean nothing there.
  static let magnitudeLimit = 1e15

  let pointer: OpaquePointer
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  private var iterationsAskedFor: Int32 = 0

  init() {
    pointer = glp_create_prob()
    glp_set_obj_dir(pointer, GLP_MIN)
  }

  deinit { glp_delete_prob(pointer) }

  /// Adds rows without bounds; none is a valid number.
  mutating func addRows(_ count: Int) throws(GLPKError) {
    try Self.checkCount(rowCount + count)
    guard count > 0 else { return }
    glp_add_rows(pointer, Int32(count))
    rowCount += count
  }

  /// Adds columns fixed at zero; none is a valid number.
  mutating func addColumns(_ count: Int) throws(GLPKError) {
    try Self.checkCount(columnCount + count)
    guard count > 0 else { return }
    glp_add_cols(pointer, Int32(count))
    columnCount += count
  }

  func setRowBounds(_ row: Int, lower: Double?, upper: Double?) throws(GLPKError) {
    guard 0..<rowCount ~= row else { throw .rowOutOfRange(row) }
    let bounds = try GLPKBounds(lower: lower, upper: upper)
    glp_set_row_bnds(pointer, Int32(row + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  func setColumnBounds(_ column: Int, lower: Double?, upper: Double?) throws(GLPKError) {
    guard 0..<columnCount ~= column else { throw .columnOutOfRange(column) }
    let bounds = try GLPKBounds(lower: lower, upper: upper)
    if glp_get_col_kind(pointer, Int32(column + 1)) != GLP_CV, !bounds.areWhole {
      throw .fractionalBounds(column: column)
    }
    glp_set_col_bnds(pointer, Int32(column + 1), bounds.kind, bounds.lower, bounds.upper)
  }

  /// Makes a column integer; its bounds must be whole already.
  func setInteger(_ column: Int) throws(GLPKError) {
    guard 0..<columnCount ~= column else { throw .columnOutOfRange(column) }
    let index = Int32(column + 1)
    for bound in [glp_get_col_lb(pointer, index), glp_get_col_ub(pointer, index)]
    where bound.magnitude < .greatestFiniteMagnitude && bound != bound.rounded() {
      throw .fractionalBounds(column: column)
    }
    glp_set_col_kind(pointer, index, GLP_IV)
  }

  func setCost(_ column: Int, _ cost: Double) throws(GLPKError) {
    guard 0..<columnCount ~= column else { throw .columnOutOfRange(column) }
    try Self.check(cost, "cost")
    glp_set_obj_coef(pointer, Int32(column + 1), cost)
  }

  func setConstant(_ constant: Double) throws(GLPKError) {
    try Self.check(constant, "constant")
    glp_set_obj_coef(pointer, 0, constant)
  }

  /// Replaces the entries of a column; zeros are left out.
  func setEntries(ofColumn column: Int, rows: [Int], values: [Double]) throws(GLPKError) {
    guard 0..<columnCount ~= column else { throw .columnOutOfRange(column) }
    var seen = Set<Int>()
    var indices: [Int32] = [0]
    var numbers: [Double] = [0]
    for (row, value) in zip(rows, values) {
      guard 0..<rowCount ~= row else { throw .rowOutOfRange(row) }
      guard seen.insert(row).inserted else { throw .duplicateEntry(row: row, column: column) }
      try Self.check(value, "coefficient")
      if value != 0 {
        indices.append(Int32(row + 1))
        numbers.append(value)
      }
    }
    glp_set_mat_col(pointer, Int32(column + 1), Int32(indices.count - 1), indices, numbers)
  }

  /// Replaces all entries. The caller vouches that no pair of row and column comes twice.
  func loadEntries(_ entries: GLPKEntries) throws(GLPKError) {
    for index in 1..<max(1, entries.rows.count) {
      guard 1...Int32(max(1, rowCount)) ~= entries.rows[index] else { throw .rowOutOfRange(Int(entries.rows[index])) }
      guard 1...Int32(max(1, columnCount)) ~= entries.columns[index] else {
        throw .columnOutOfRange(Int(entries.columns[index]))
      }
      try Self.check(entries.values[index], "coefficient")
    }
    glp_load_matrix(pointer, Int32(entries.count), entries.rows, entries.columns, entries.values)
  }

  /// Adds a cut as a row.
  mutating func addRow(_ cut: Cut) throws(GLPKError) {
    try Self.check(cut.upper, "cut")
    try addRow(columns: cut.columns, values: cut.values)
    try setRowBounds(rowCount - 1, lower: nil, upper: cut.upper)
  }

  /// Adds a row without bounds; no column comes twice.
  mutating func addRow(columns: [Int32], values: [Double]) throws(GLPKError) {
    for value in values { try Self.check(value, "row") }
    if let stray = columns.first(where: { !(0..<Int32(columnCount) ~= $0) }) { throw .columnOutOfRange(Int(stray)) }
    try addRows(1)
    glp_set_mat_row(pointer, Int32(rowCount), Int32(columns.count), [0] + columns.map { $0 + 1 }, [0] + values)
  }

  /// Deletes the rows after the first `count` whose auxiliary variable is basic: they do not bind, and the basis
  /// stays one without them. Returns their numbers.
  mutating func removeSlackRows(after count: Int) -> [Int] {
    let slack = (count..<max(count, rowCount)).filter { glp_get_row_stat(pointer, Int32($0 + 1)) == GLP_BS }
    guard !slack.isEmpty else { return [] }
    glp_del_rows(pointer, Int32(slack.count), [0] + slack.map { Int32($0 + 1) })
    rowCount -= slack.count
    return slack
  }

  /// Rows, columns and entries.
  var size: Int { rowCount + columnCount + Int(glp_get_num_nz(pointer)) }

  /// Iterations of simplex since the last call.
  mutating func iterationsSinceAsked() -> Int32 {
    defer { iterationsAskedFor = glp_get_it_cnt(pointer) }
    return max(0, glp_get_it_cnt(pointer) - iterationsAskedFor)
  }

  /// Refuses what is not a number, infinite or too large.
  static func check(_ value: Double, _ what: String) throws(GLPKError) {
    guard value.isFinite else { throw .notFinite(what: what) }
    guard value.magnitude <= magnitudeLimit else { throw .magnitude(what: what, value: value) }
  }

  private static func checkCount(_ count: Int) throws(GLPKError) {
    guard 0...100_000_000 ~= count else { throw .tooLarge(count: count) }
  }
}
