import OptionModel

/// The part of an option model that annealing works on: a few promising options of each group in one compact copy.
///
/// Resources that cannot matter among these options are left out: those whose limits no choice can break and whose
/// price is linear over every load that choices can reach; the slope of such a price is part of the options' costs.
struct AnnealingModel {
  struct Entry: BitwiseCopyable {
    var resource: Int32
    var amount: Int32
  }

  struct Option: BitwiseCopyable {
    /// In micropoints, with the linear prices.
    var cost: Double
    /// Above the smallest of the group, in micropoints.
    var reducedCost: Float
    /// Its entries reach to those of the next option and are sorted by resource.
    var firstEntry: Int32
    /// The resource that tells best which of a group's options this one is, such as the hours of a CSM; -1 for none.
    var site: Int32
    /// The option of the whole model.
    var source: Int32
  }

  let storage: FlatStorage
  let whole: OptionModel
  let groupCount: Int
  let resourceCount: Int
  /// Options of group `g` are `starts[g] ..< starts[g + 1]`, by rising reduced cost.
  let starts: UnsafeMutablePointer<Int32>
  /// One more than there are options, for the end of the last one's entries.
  let options: UnsafeMutablePointer<Option>
  let entries: UnsafeMutablePointer<Entry>
  /// The resource of the whole model behind each resource.
  let resources: [Int]
  /// Micropoints per quantum of each resource.
  let multipliers: [Double]
  /// Mean magnitude of the consumptions of each resource, in quanta.
  let units: [Double]
  /// A typical difference between options worth comparing, in micropoints: see `AnnealingModelBuilder`.
  let scale: Double

  func options(of group: Int) -> Range<Int> { Int(starts[group])..<Int(starts[group + 1]) }

  /// The option that stands for one of the whole model; `nil` when it was left out.
  func option(of group: Int, for source: Int) -> Int? {
    options(of: group).first { Int(options[$0].source) == source }
  }
}
