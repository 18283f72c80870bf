import CGLPK
import Testing

@testable import GLPKBackend

@Suite("The builder refuses what would make GLPK abort")
struct GLPKProblemTests {
  @Test("Indices outside the problem")
  func indices() throws {
    var problem = try small()
    expect(.rowOutOfRange(2)) { () throws(GLPKError) in try problem.setRowBounds(2, lower: 0, upper: nil) }
    expect(.rowOutOfRange(-1)) { () throws(GLPKError) in try problem.setRowBounds(-1, lower: 0, upper: nil) }
    expect(.columnOutOfRange(2)) { () throws(GLPKError) in try problem.setColumnBounds(2, lower: 0, upper: 1)
    }
    expect(.columnOutOfRange(5)) { () throws(GLPKError) in try problem.setCost(5, 1) }
    expect(.columnOutOfRange(-1)) { () throws(GLPKError) in try problem.setInteger(-1) }
    expect(.rowOutOfRange(7)) { () throws(GLPKError) in
      try problem.setEntries(ofColumn: 0, rows: [7], values: [1])
    }
    try problem.addRows(0)
    try problem.addColumns(0)
    expect(.tooLarge(count: -1)) { () throws(GLPKError) in try problem.addRows(-3) }
    #expect(problem.rowCount == 2)
  }

  @Test(
    "Numbers that are infinite, not numbers or too large",
    arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func magnitudes(value: Double) throws {
    let problem = try small()
    expectAnyError { () throws(GLPKError) in try problem.setCost(0, value) }
    expectAnyError { () throws(GLPKError) in try problem.setConstant(value) }
    expectAnyError { () throws(GLPKError) in try problem.setRowBounds(0, lower: value, upper: nil) }
    expectAnyError { () throws(GLPKError) in try problem.setColumnBounds(0, lower: nil, upper: value) }
    expectAnyError { () throws(GLPKError) in try problem.setEntries(ofColumn: 0, rows: [0], values: [value]) }
  }

  @Test("Duplicate entries, crossed bounds and fractional bounds of integers")
  func structure() throws {
    let problem = try small()
    expect(.duplicateEntry(row: 1, column: 0)) { () throws(GLPKError) in
      try problem.setEntries(ofColumn: 0, rows: [1, 1], values: [1, 2])
    }
    expect(.crossedBounds(lower: 2, upper: 1)) { () throws(GLPKError) in
      try problem.setRowBounds(0, lower: 2, upper: 1)
    }
    try problem.setInteger(0)
    expect(.fractionalBounds(column: 0)) { () throws(GLPKError) in
      try problem.setColumnBounds(0, lower: 0, upper: 1.5)
    }
    try problem.setColumnBounds(1, lower: 0.5, upper: 1)
    expect(.fractionalBounds(column: 1)) { () throws(GLPKError) in try problem.setInteger(1) }
  }

  @Test("Equal bounds are fixed, different ones double, missing ones open")
  func bounds() throws {
    #expect(try GLPKBounds(lower: 1, upper: 1).kind == GLP_FX)
    #expect(try GLPKBounds(lower: 1, upper: 2).kind == GLP_DB)
    #expect(try GLPKBounds(lower: 1, upper: nil).kind == GLP_LO)
    #expect(try GLPKBounds(lower: nil, upper: 1).kind == GLP_UP)
    #expect(try GLPKBounds(lower: nil, upper: nil).kind == GLP_FR)
  }

  private func small() throws -> GLPKProblem {
    var problem = GLPKProblem()
    try problem.addRows(2)
    try problem.addColumns(2)
    return problem
  }

  private func expect(_ expected: GLPKError, _ body: () throws(GLPKError) -> Void) {
    #expect(throws: expected, performing: body)
  }

  private func expectAnyError(_ body: () throws(GLPKError) -> Void) {
    #expect(throws: GLPKError.self, performing: body)
  }
}
