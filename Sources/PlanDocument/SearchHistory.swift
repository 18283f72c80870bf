/// Moments in the order of time. The file holds them as columns of equal length: small, and a table at once for
/// whoever plots it.
public struct SearchHistory: Sendable, Hashable {
  public var moments: [SearchMoment]

  public init(_ moments: [SearchMoment]) { self.moments = moments }
}

extension SearchHistory: Codable {
  private enum CodingKeys: String, CodingKey {
    case seconds, phase, objective, bound, certifiedBound
  }

  public init(from decoder: any Decoder) throws {
    let columns = try decoder.container(keyedBy: CodingKeys.self)
    let seconds = try columns.decode([Double].self, forKey: .seconds)
    let phases = try columns.decode([SearchPhase].self, forKey: .phase)
    let values = try [CodingKeys.objective, .bound, .certifiedBound].map {
      try columns.decode([PointsValue?].self, forKey: $0)
    }
    guard ([phases.count] + values.map(\.count)).allSatisfy({ $0 == seconds.count }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .seconds, in: columns, debugDescription: "the columns have different lengths")
    }
    moments = seconds.indices.map { index in
      SearchMoment(
        seconds: seconds[index], phase: phases[index], objective: values[0][index], bound: values[1][index],
        certifiedBound: values[2][index])
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var columns = encoder.container(keyedBy: CodingKeys.self)
    try columns.encode(moments.map(\.seconds), forKey: .seconds)
    try columns.encode(moments.map(\.phase), forKey: .phase)
    try columns.encode(moments.map(\.objective), forKey: .objective)
    try columns.encode(moments.map(\.bound), forKey: .bound)
    try columns.encode(moments.map(\.certifiedBound), forKey: .certifiedBound)
  }
}
