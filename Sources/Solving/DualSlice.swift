import OptionModel

/// The part of the smoothed Lagrangian that comes from a range of groups.
///
/// When a slice has been scanned it reads its *core*, the options near the smallest of their group, instead of
/// the model. Slices share nothing they write, so that each can work on its own thread.
struct DualSlice {
  private let groups: Range<Int>
  private let whole: OptionTable
  private var core = OptionTable.empty
  private var readsCore = false

  /// Of each group the option with the smallest priced cost at the last scan, and the sum of those costs.
  private(set) var cheapest: [Int32]
  private(set) var scannedBound = 0.0
  private(set) var isCoreComplete = true

  private(set) var sums = OptionTable.Sums()
  /// The expected loads in quanta, and the last product of the Hessian.
  private(set) var loads: [Double]
  private(set) var product: [Double]
  private var weights: [Double] = []
  private(set) var active = ActiveOptions()
  private(set) var isActiveComplete = true

  init(_ whole: OptionTable, groups: Range<Int>, resourceCount: Int) {
    self.whole = whole
    self.groups = groups
    cheapest = groups.map { whole.groupStarts[$0] }
    loads = Array(repeating: 0, count: resourceCount)
    product = loads
  }

  // MARK: Scanning

  mutating func beginScan() {
    core.restart(asPartOf: whole)
    (scannedBound, isCoreComplete, readsCore) = (0, true, false)
  }

  /// Reads one of `parts` equal parts of the groups from the model. O(size of the part).
  mutating func scan(part: Int, of parts: Int, at prices: [Double], width: Double, capacity: Int) {
    let (first, count) = (groups.lowerBound, groups.count)
    let range = (first + count * part / parts)..<(first + count * (part + 1) / parts)
    let isComplete = whole.scan(
      range, at: prices, width: width, capacity: isCoreComplete ? capacity : -1, into: &core,
      cheapest: &cheapest, from: range.lowerBound - first, bound: &scannedBound)
    isCoreComplete = isCoreComplete && isComplete
  }

  mutating func endScan(readingCore: Bool) {
    readsCore = readingCore
    if !readingCore { core = .empty }
  }

  // MARK: Evaluating

  private var table: OptionTable { readsCore ? core : whole }
  private var range: Range<Int> { readsCore ? 0..<groups.count : groups }

  mutating func evaluate(at prices: [Double], temperature: Double) {
    sums = table.evaluate(range, at: prices, temperature: temperature, weights: &weights, loads: &loads)
  }

  /// Collects the options that take part in Hessian products.
  mutating func activate(above smallestWeight: Double, capacity: Int) {
    isActiveComplete = active.collect(
      from: table, groups: range, weights: weights, above: smallestWeight, capacity: capacity)
  }

  /// Sets `product` to the covariance of the active options times a vector.
  mutating func multiply(_ vector: [Double]) { active.multiply(vector, into: &product) }
}
