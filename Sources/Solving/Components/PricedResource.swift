import OptionModel

/// The resource of a block as its own groups see it: its price is the least of the whole price and what others pay for
/// their part, over all amounts that they may take (`BlockProof` has the formula).
struct PricedResource {
  let resource: Resource
  /// Where the price of `resource` is 0.
  let leastPrice: Int64

  /// `nil` when numbers become too large.
  ///
  /// - Parameters:
  ///   - curve: the price of the whole over its permitted loads, which are those of `resource`.
  ///   - paid: by others, in micropoints per quantum.
  ///   - foreign: the loads that groups of other blocks may make.
  init?(_ whole: Resource, _ curve: PriceCurve, paid: Int64, foreign: ClosedRange<Int64>) {
    var pieces = curve.intervals.map { (slope: $0.slope, width: $0.width) }
    if foreign.count > 1 { pieces.append((paid, foreign.upperBound - foreign.lowerBound)) }
    pieces.sort { $0.slope < $1.slope }
    let start = curve.range.lowerBound - foreign.upperBound
    var least =
      Int128(whole.charge(at: curve.range.lowerBound)) - Int128(paid) * Int128(foreign.upperBound)
    for piece in pieces where piece.slope < 0 { least += Int128(piece.slope) * Int128(piece.width) }
    guard let least = Int64(exactly: least) else { return nil }
    leastPrice = least
    resource = Resource(
      lower: start, upper: start + pieces.reduce(0) { $0 + $1.width }, price: Self.segments(pieces, from: start))
  }

  /// Every corner is charged on the side that leads away from the least price.
  private static func segments(_ pieces: [(slope: Int64, width: Int64)], from start: Int64) -> [PriceSegment] {
    var segments: [PriceSegment] = []
    var end = start
    for (index, piece) in pieces.enumerated() {
      let before = index > 0 ? pieces[index - 1].slope : 0
      if piece.slope > max(0, before) {
        segments.append(PriceSegment(.over, end, rate: piece.slope - max(0, before)))
      }
      end += piece.width
      let after = index + 1 < pieces.count ? pieces[index + 1].slope : 0
      if piece.slope < min(0, after) { segments.append(PriceSegment(.under, end, rate: min(0, after) - piece.slope)) }
    }
    return segments
  }
}
