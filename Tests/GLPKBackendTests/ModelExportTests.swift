import CGLPK
import Foundation
import OptionModel
import Solving
import Testing

@testable import GLPKBackend

@Suite("Exported models")
struct ModelExportTests {
  @Test("MPS read back by GLPK has the optimum of the model")
  func mpsRoundTrip() throws { try expectRoundTrip(\.mps) { glp_read_mps($0, GLP_MPS_FILE, nil, $1) } }

  @Test("LP read back by GLPK has the optimum of the model")
  func lpRoundTrip() throws { try expectRoundTrip(\.lp) { glp_read_lp($0, nil, $1) } }

  @Test("The same model is written as the same bytes, without text of users")
  func deterministic() throws {
    let model = try ContendedModel(accounts: 12, agents: 3).build()
    let text = try ModelExport.mps(model)
    #expect(text == (try ModelExport.mps(model)))
    let names = text.split(whereSeparator: \.isWhitespace).filter { $0.contains("_") }
    #expect(names.allSatisfy { $0.wholeMatch(of: /(x|up|down|choose|r)_\d+(_\d+)?/) != nil })
  }

  @Test("Micropoints are written with all their digits")
  func fullPrecision() {
    #expect(NamedFormulation.points(1) == "0.000001")
    #expect(NamedFormulation.points(-1_500_000) == "-1.500000")
    #expect(NamedFormulation.points(9_007_199_254_740_993) == "9007199254.740993")
  }

  @Test("A model whose limits nothing can meet is refused by name")
  func unreachable() throws {
    var builder = OptionModelBuilder()
    builder.addResource(Resource(lower: 5))
    builder.beginGroup()
    builder.addOption(cost: 1)
    let model = try builder.build()
    #expect(throws: ModelExportError.unreachableLimits(resource: 0)) { try ModelExport.lp(model) }
  }

  private struct Writers {
    let mps: (OptionModel) throws -> String = { try ModelExport.mps($0) }
    let lp: (OptionModel) throws -> String = { try ModelExport.lp($0) }
  }

  private func expectRoundTrip(
    _ writer: KeyPath<Writers, (OptionModel) throws -> String>, read: (OpaquePointer, String) -> Int32
  ) throws {
    glp_term_out(GLP_OFF)
    for seed: UInt64 in 1..<60 {
      let model = try RandomModel(seed: seed, quantum: seed % 2 == 0 ? 64 : 1).build()
      guard let text = try? Writers()[keyPath: writer](model) else { continue }
      let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).model")
      defer { try? FileManager.default.removeItem(at: file) }
      try text.write(to: file, atomically: true, encoding: .utf8)
      let problem = GLPKProblem()
      try #require(read(problem.pointer, file.path) == 0, "seed \(seed)")
      expectOptimum(of: problem, best: BruteForce.optimum(of: model), seed: seed)
    }
  }

  private func expectOptimum(of problem: borrowing GLPKProblem, best: Int64?, seed: UInt64) {
    let root = Simplex.solve(problem, control: BackendControl())
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    let code = root == .optimal ? glp_intopt(problem.pointer, &parameters) : GLP_ENOPFS
    let isOptimal = code == 0 && glp_mip_status(problem.pointer) == GLP_OPT
    #expect(isOptimal == (best != nil), "seed \(seed)")
    guard isOptimal, let best else { return }
    let value = glp_mip_obj_val(problem.pointer)
    #expect(abs(value - Double(best) / 1e6) < 1e-5, "seed \(seed)")
  }
}
