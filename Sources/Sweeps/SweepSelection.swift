/// Which units of a sweep a process computes.
public enum SweepSelection: Sendable, Hashable {
  case unit(Int)
  /// Every `count`-th unit, from `number - 1` on; `number` counts from 1.
  case shard(number: Int, count: Int)

  /// - Throws: `SweepProblem` where there is no such unit. A shard may be empty.
  public func indices(in count: Int) throws -> [Int] {
    switch self {
    case .unit(let index):
      guard (0..<count).contains(index) else { throw SweepProblem.noSuchUnit(index: index, count: count) }
      return [index]
    case .shard(let number, let shards): return Array(stride(from: number - 1, to: count, by: shards))
    }
  }
}

/// The index that a scheduler gives to each task of an array.
public enum ArrayIndex {
  public enum Problem: Error, Hashable {
    case none
    case several([String])
    case notANumber(name: String, value: String)
  }

  /// Kubernetes indexed jobs, AWS Batch array jobs, Slurm job arrays.
  public static let variables = ["JOB_COMPLETION_INDEX", "AWS_BATCH_JOB_ARRAY_INDEX", "SLURM_ARRAY_TASK_ID"]

  /// Exactly one of the variables must be there. The number is taken as it is: an array that does not begin at 0 asks for
  /// the units it names.
  public static func read(_ environment: [String: String]) -> Result<Int, Problem> {
    let found = variables.filter { !(environment[$0] ?? "").isEmpty }
    guard let name = found.first else { return .failure(.none) }
    guard found.count == 1 else { return .failure(.several(found)) }
    let value = environment[name] ?? ""
    guard let index = Int(value), index >= 0 else { return .failure(.notANumber(name: name, value: value)) }
    return .success(index)
  }
}
