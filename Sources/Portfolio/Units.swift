/// Working time in whole minutes.
public struct Minutes: Sendable, Hashable, Comparable, Codable {
  public var value: Int64
  public init(_ value: Int64) { self.value = value }
  public init(hours: Int64) { value = hours * 60 }
  public static let zero = Minutes(0)
  public static func < (left: Minutes, right: Minutes) -> Bool { left.value < right.value }
  public static func + (left: Minutes, right: Minutes) -> Minutes { Minutes(left.value + right.value) }
  public static func - (left: Minutes, right: Minutes) -> Minutes { Minutes(left.value - right.value) }
  public var hours: Double { Double(value) / 60 }
}

/// Money in whole units of the portfolio's currency.
public struct Money: Sendable, Hashable, Comparable, Codable {
  public var value: Int64
  public init(_ value: Int64) { self.value = value }
  public static let zero = Money(0)
  public static func < (left: Money, right: Money) -> Bool { left.value < right.value }
  public static func + (left: Money, right: Money) -> Money { Money(left.value + right.value) }

  /// The quantum in which books of ARR are measured: thousands, rounded half up.
  public var thousands: Int64 { (value + 500) / 1000 }
}

/// A price or an objective: one point is worth one minute of CSM time; stored in millionths.
public struct Points: Sendable, Hashable, Comparable {
  public static let scale: Int64 = 1_000_000
  public var micropoints: Int64
  public init(micropoints: Int64) { self.micropoints = micropoints }
  public init(_ points: Int64) { micropoints = points * Points.scale }
  public static let zero = Points(micropoints: 0)
  public static func < (left: Points, right: Points) -> Bool { left.micropoints < right.micropoints }
  public static func + (left: Points, right: Points) -> Points {
    Points(micropoints: left.micropoints + right.micropoints)
  }
  public static func - (left: Points, right: Points) -> Points {
    Points(micropoints: left.micropoints - right.micropoints)
  }
  /// For display only: one point is one minute.
  public var hours: Double { Double(micropoints) / 60_000_000 }
}

/// A whole percentage; 100 is the whole.
public typealias Percent = Int64
