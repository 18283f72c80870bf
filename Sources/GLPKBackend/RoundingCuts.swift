import CGLPK

/// GLPK's mixed-integer rounding cuts (Marchand and Wolsey 2001) from the rows a problem begins with.
///
/// Made before any cut is added, so that cuts are never derived from the rounded numbers of other cuts.
struct RoundingCuts: ~Copyable {
  private let generator: OpaquePointer?

  init(_ problem: borrowing GLPKProblem) { generator = glp_mir_init(problem.pointer) }

  deinit { glp_mir_free(generator) }

  /// Cuts that the current point of the relaxation violates.
  func generate(_ problem: borrowing GLPKProblem) -> [Cut] {
    let pool = glp_create_prob()
    defer { glp_delete_prob(pool) }
    glp_add_cols(pool, Int32(problem.columnCount))
    _ = glp_mir_gen(problem.pointer, generator, pool)
    return (0..<glp_get_num_rows(pool)).compactMap { Self.cut(row: $0 + 1, of: pool) }
  }

  private static func cut(row: Int32, of pool: OpaquePointer?) -> Cut? {
    let count = Int(glp_get_mat_row(pool, row, nil, nil))
    var indices = [Int32](repeating: 0, count: count + 1)
    var values = [Double](repeating: 0, count: count + 1)
    glp_get_mat_row(pool, row, &indices, &values)
    let columns = indices.dropFirst().map { $0 - 1 }
    switch glp_get_row_type(pool, row) {
    case GLP_LO: return Cut(columns: columns, values: Array(values.dropFirst()), lower: glp_get_row_lb(pool, row))
    case GLP_UP:
      return Cut(columns: columns, values: values.dropFirst().map { -$0 }, lower: -glp_get_row_ub(pool, row))
    default: return nil
    }
  }
}
