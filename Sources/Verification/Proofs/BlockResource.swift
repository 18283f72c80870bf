import OptionModel

/// The resource of a block: its price is the least of the whole price and what other blocks pay for their part, over
/// all amounts that they may take (an infimal convolution of convex functions: intervals in rising order of slope).
struct BlockResource {
  let resource: Resource
  /// Of the convolution; the price of `resource` is 0 there.
  let leastPrice: Int128

  /// `price` is in micropoints per quantum; `foreign` are the loads that groups of other blocks may make.
  init(
    _ index: Int, of frame: PriceFrame, price: Int64, foreign: ClosedRange<Int64>
  ) throws(ExactBound.Reason) {
    var pieces = frame.intervals(of: index).map { (slope: frame.slopes[$0], width: frame.widths[$0]) }
    pieces.append((slope: Int128(price), width: Int128(foreign.upperBound) - Int128(foreign.lowerBound)))
    pieces.removeAll { $0.width == 0 }
    pieces.sort { $0.slope < $1.slope }
    let start = frame.lows[index] - Int128(foreign.upperBound)
    var least = ExactSum(frame.pricesAtLow[index])
    try least.add(Int128(price), times: -Int128(foreign.upperBound))
    for piece in pieces where piece.slope < 0 { try least.add(piece.slope, times: piece.width) }
    leastPrice = least.value
    resource = Resource(
      lower: try ExactSum(start).narrowed(),
      upper: try ExactSum(start + pieces.reduce(0) { $0 + $1.width }).narrowed(),
      price: try Self.segments(pieces, from: start))
  }

  /// Every corner is charged on the side that leads away from the least price.
  private static func segments(
    _ pieces: [(slope: Int128, width: Int128)], from start: Int128
  ) throws(ExactBound.Reason) -> [PriceSegment] {
    var segments: [PriceSegment] = []
    func charge(_ side: PriceSegment.Side, _ threshold: Int128, _ rate: Int128) throws(ExactBound.Reason) {
      guard rate > 0 else { return }
      segments.append(
        PriceSegment(side, try ExactSum(threshold).narrowed(), rate: try ExactSum(rate).narrowed()))
    }
    var end = start
    for (index, piece) in pieces.enumerated() {
      if piece.slope > 0 { try charge(.over, end, piece.slope - max(0, index > 0 ? pieces[index - 1].slope : 0)) }
      end += piece.width
      let next = index + 1 < pieces.count ? pieces[index + 1].slope : 0
      if piece.slope < 0 { try charge(.under, end, min(0, next) - piece.slope) }
    }
    return segments
  }
}
