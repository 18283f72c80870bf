/// All units of a sweep side by side: the content of `sweep.json`, schema `ballast.sweep/1`. It holds no times and no
/// names of machines: the same units give the same bytes.
public struct SweepDocument: Sendable, Hashable, Codable {
  public static let currentSchema = "ballast.sweep/1"

  /// How the cost of a unit relates to that of the cheapest plan.
  public enum Standing: String, Sendable, Hashable, Codable {
    /// No plan found in the sweep costs less; the first of equals.
    case best
    /// Costs more between the plans, but within the gaps: a better plan of this unit may cost less.
    case undecided
    /// The certified bound lies above the cheapest plan.
    case dearer
  }

  public struct Axis: Sendable, Hashable, Codable {
    public var name: String
    /// In the order in which the units name them first.
    public var values: [String]

    public init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  public struct Unit: Sendable, Hashable, Codable {
    public var index: Int
    /// One per axis; `nil` where the unit leaves it as it is.
    public var values: [String?]
    public var result: ComparedPlan
    /// `nil` without a plan.
    public var standing: Standing?

    public init(index: Int, values: [String?], result: ComparedPlan) {
      self.index = index
      self.values = values
      self.result = result
    }
  }

  /// A unit without a usable result.
  public struct Missing: Sendable, Hashable, Codable {
    public var index: Int
    public var values: [String?]
    /// A sentence.
    public var reason: String
    /// Computes it.
    public var command: String

    public init(index: Int, values: [String?], reason: String, command: String) {
      self.index = index
      self.values = values
      self.reason = reason
      self.command = command
    }
  }

  public var schema: String = SweepDocument.currentSchema
  public var name: String
  public var why: String?
  public var currency: String
  public var axes: [Axis]
  /// By index.
  public var units: [Unit]
  public var missing: [Missing]

  public init(
    name: String, why: String?, currency: String, axes: [String], units: [Unit], missing: [Missing]
  ) {
    self.name = name
    self.why = why
    self.currency = currency
    self.axes = axes.indices.map { axis in
      let named = units.map { ($0.index, $0.values[axis]) } + missing.map { ($0.index, $0.values[axis]) }
      var known: Set<String> = []
      let values = named.sorted { $0.0 < $1.0 }.compactMap(\.1).filter { known.insert($0).inserted }
      return Axis(name: axes[axis], values: values)
    }
    self.units = units
    self.missing = missing
    rank()
  }

  /// The unit with the cheapest plan.
  public var best: Unit? { units.first { $0.standing == .best } }

  /// Which of two costs is lower, only bounds can tell.
  private mutating func rank() {
    let cheapest = units.indices.filter { units[$0].result.facts != nil }
      .min { cost($0) < cost($1) }
    guard let cheapest else { return }
    for index in units.indices {
      guard let facts = units[index].result.facts else { continue }
      let isDearer = facts.certifiedBound.map { $0.micropoints > cost(cheapest) } ?? false
      units[index].standing = index == cheapest ? .best : isDearer ? .dearer : .undecided
    }
  }

  private func cost(_ index: Int) -> Int64 { units[index].result.facts?.objective.micropoints ?? .max }
}
