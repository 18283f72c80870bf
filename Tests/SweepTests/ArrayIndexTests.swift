import Sweeps
import Testing

/// The index a scheduler gives.
@Suite struct ArrayIndexTests {
  @Test("Each of the three schedulers is understood", arguments: ArrayIndex.variables)
  func known(_ name: String) {
    #expect(ArrayIndex.read([name: "17", "HOME": "/"]) == .success(17))
    #expect(ArrayIndex.read([name: "0"]) == .success(0))
  }

  @Test("Without an array there is no index, and an empty variable is none")
  func none() {
    #expect(ArrayIndex.read([:]) == .failure(.none))
    #expect(ArrayIndex.read(["SLURM_ARRAY_TASK_ID": ""]) == .failure(.none))
  }

  @Test("Two schedulers at once are refused, even where they agree")
  func several() {
    let names = ["JOB_COMPLETION_INDEX", "SLURM_ARRAY_TASK_ID"]
    let both = Dictionary(uniqueKeysWithValues: names.map { ($0, "3") })
    #expect(ArrayIndex.read(both) == .failure(.several(names)))
  }

  @Test("What is no whole number from 0 on is refused", arguments: ["-1", "x", "1.0", "1 ", "99999999999999999999"])
  func notANumber(_ value: String) {
    let problem = ArrayIndex.Problem.notANumber(name: "AWS_BATCH_JOB_ARRAY_INDEX", value: value)
    #expect(ArrayIndex.read(["AWS_BATCH_JOB_ARRAY_INDEX": value]) == .failure(problem))
  }

  @Test("A Slurm array that does not begin at 0 names its units as they are")
  func offset() {
    let environment = ["SLURM_ARRAY_TASK_ID": "44", "SLURM_ARRAY_TASK_MIN": "17"]
    #expect(ArrayIndex.read(environment) == .success(44))
  }

  @Test("Shards share all units out without overlap, and units keep their order", arguments: 1...12)
  func shards(_ count: Int) throws {
    let all = try (1...count).flatMap { try SweepSelection.shard(number: $0, count: count).indices(in: 10) }
    #expect(all.sorted() == Array(0..<10))
    #expect(try SweepSelection.shard(number: 1, count: 1).indices(in: 10) == Array(0..<10))
    #expect(throws: SweepProblem.noSuchUnit(index: 10, count: 10)) { try SweepSelection.unit(10).indices(in: 10) }
  }
}
