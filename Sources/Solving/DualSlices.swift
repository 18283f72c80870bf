import Dispatch
import OptionModel

/// All groups of a model in a few slices of about the same size, worked on by a few threads.
///
/// The slices depend on the model only and their sums are taken in order, so that results are the same to the last bit
/// whatever the number of threads.
struct DualSlices {
  private static let mostSlices = 4
  private static let consumptionsPerSlice = 50_000

  private(set) var slices: [DualSlice]
  private let threads: Int

  init(_ model: OptionModel, threads: Int) {
    let size = model.consumptionCount + model.optionCount
    let count = max(1, min(Self.mostSlices, size / Self.consumptionsPerSlice, model.groupCount))
    var ends: [Int] = []
    var done = 0
    for group in 0..<model.groupCount {
      done += model.options(ofGroup: group).reduce(0) { $0 + 1 + Int(model.consumptions.places[$1].count) }
      if done >= size * (ends.count + 1) / count, ends.count + 1 < count { ends.append(group + 1) }
    }
    ends.append(model.groupCount)
    let whole = OptionTable(model)
    slices = zip([0] + ends, ends).map { DualSlice(whole, groups: $0..<$1, resourceCount: model.resourceCount) }
    self.threads = max(1, min(threads, slices.count))
  }

  mutating func forEach(_ body: @Sendable (inout DualSlice) -> Void) {
    let (count, threads) = (slices.count, threads)
    slices.withUnsafeMutableBufferPointer { slices in
      guard threads > 1 else {
        for index in 0..<count { body(&slices[index]) }
        return
      }
      nonisolated(unsafe) let slices = slices
      DispatchQueue.concurrentPerform(iterations: threads) { thread in
        for index in stride(from: thread, to: count, by: threads) { body(&slices[index]) }
      }
    }
  }

  func sum<Value: AdditiveArithmetic>(_ value: (DualSlice) -> Value) -> Value {
    slices.reduce(.zero) { $0 + value($1) }
  }
}
