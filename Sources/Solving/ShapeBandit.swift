/// Draws one of a few ways to go on, mostly the one that has gained most for its work lately.
struct ShapeBandit {
  private var gains: [Double]
  private var works: [Double]

  private static let memory = 0.95
  /// Of all draws, so many go to any of them: what is useless early may be the best late.
  private static let curiosity = 0.3

  init(count: Int) {
    gains = Array(repeating: 0, count: count)
    works = Array(repeating: 0, count: count)
  }

  mutating func draw(_ generator: inout SeededGenerator) -> Int {
    if let untried = works.firstIndex(of: 0) { return untried }
    if generator.fraction() < Self.curiosity { return generator.index(below: gains.count) }
    return gains.indices.max { gains[$0] / works[$0] < gains[$1] / works[$1] } ?? 0
  }

  mutating func note(_ arm: Int, gain: Double, work: Double) {
    gains[arm] = gains[arm] * Self.memory + gain
    works[arm] = works[arm] * Self.memory + work
  }
}
