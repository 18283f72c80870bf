/// Numbers so large that sums would not be exact: a fault of the data, every problem said at once.
public struct UnusableInput: Error, Sendable {
  public let problems: [String]

  public init(problems: [String]) { self.problems = problems }
}
