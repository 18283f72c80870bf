import Foundation
public import Portfolio

/// Points are written as exact decimal numbers (`-12.000001`), never through binary fractions.
public struct PointsValue: Sendable, Hashable, Codable {
  public var points: Points

  public init(_ points: Points) { self.points = points }
  public init(micropoints: Int64) { points = Points(micropoints: micropoints) }
  public var micropoints: Int64 { points.micropoints }

  public init(from decoder: any Decoder) throws {
    let decimal = try decoder.singleValueContainer().decode(Decimal.self)
    let scaled = NSDecimalNumber(decimal: decimal * Decimal(Points.scale))
    guard abs(scaled.doubleValue) < 9e18, Decimal(scaled.int64Value) == scaled.decimalValue else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(decimal) has more than six decimals"))
    }
    points = Points(micropoints: scaled.int64Value)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Decimal(points.micropoints) / Decimal(Points.scale))
  }
}
