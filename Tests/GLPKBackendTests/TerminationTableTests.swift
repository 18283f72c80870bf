import CGLPK
import Solving
import Testing

@testable import GLPKBackend

@Suite("The termination table")
struct TerminationTableTests {
  private static let statuses = [GLP_UNDEF, GLP_FEAS, GLP_INFEAS, GLP_NOFEAS, GLP_OPT, GLP_UNBND, 99]

  @Test("Every return code and status has an answer, and only zero with an optimal status is optimal")
  func total() {
    for code in Int32(0)...25 {
      for status in Self.statuses {
        let isOptimal = code == 0 && status == GLP_OPT
        #expect((TerminationTable.relaxation(code: code, status: status) == .optimal) == isOptimal)
      }
    }
  }

  @Test("Infeasible needs a code or a status that says so")
  func infeasible() {
    for code in Int32(0)...25 {
      for status in Self.statuses {
        let isRefused = code == GLP_ENOPFS || code == GLP_ENOFEAS
        let expected = isRefused || code == 0 && status == GLP_NOFEAS
        #expect((TerminationTable.relaxation(code: code, status: status) == .infeasible) == expected)
      }
    }
  }

  @Test("Failures name the function and the code")
  func failures() {
    #expect(
      TerminationTable.relaxation(code: GLP_ESING, status: GLP_UNDEF)
        == .failed("glp_simplex: singular matrix"))
    #expect(TerminationTable.name(ofCode: 77) == "code 77")
    #expect(Set((Int32(1)...19).map(TerminationTable.name(ofCode:))).count == 19)
  }
}
