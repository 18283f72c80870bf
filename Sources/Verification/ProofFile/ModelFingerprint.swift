import OptionModel
import Digest
import Portfolio

/// SHA-256 over all numbers of a model in the order of its proofs: costs and consumptions of options, limits and prices
/// of resources. Every whole number counts as sixteen bytes, the lowest first.
struct ModelFingerprint {
  private var hash = SHA256()
  private var buffer: [UInt8] = []

  /// O(size of the model).
  static func hexadecimal(of model: OptionModel, order: ModelOrder) -> String {
    var fingerprint = ModelFingerprint()
    fingerprint.add(Int128(model.constants[0]))
    fingerprint.addResources(model, order)
    fingerprint.addOptions(model, order)
    fingerprint.hash.update(fingerprint.buffer)
    return fingerprint.hash.hexadecimal
  }

  private mutating func addResources(_ model: OptionModel, _ order: ModelOrder) {
    add(Int128(model.resourceCount))
    for place in order.resources {
      let resource = model.resources[Int(place)]
      add(resource.lower)
      add(resource.upper)
      let price = RederivedPrice(resource.price)
      add(price.leftSlope)
      add(price.leftIntercept)
      add(Int128(price.slopeChanges.count))
      for (threshold, change) in price.slopeChanges.sorted(by: { $0.key < $1.key }) {
        add(Int128(threshold))
        add(change)
      }
    }
  }

  private mutating func addOptions(_ model: OptionModel, _ order: ModelOrder) {
    let numbers = ModelOrder.inverse(order.resources)
    add(Int128(model.groupCount))
    for group in order.groups { add(Int128(model.options(ofGroup: Int(group)).count)) }
    for option in order.options {
      add(Int128(model.cost(ofOption: Int(option))))
      let consumptions = model.consumptions(ofOption: Int(option))
        .map { (numbers[$0.resource], Int32($0.amount)) }
        .filter { $0.1 != 0 }.sorted { $0.0 < $1.0 }
      add(Int128(consumptions.count))
      for (resource, amount) in consumptions {
        add(Int128(resource))
        add(Int128(amount))
      }
    }
  }

  private mutating func add(_ limit: Int64?) {
    add(limit == nil ? 0 : 1)
    add(Int128(limit ?? 0))
  }

  private mutating func add(_ value: Int128) {
    withUnsafeBytes(of: value.littleEndian) { buffer.append(contentsOf: $0) }
    guard buffer.count >= 1 << 16 else { return }
    hash.update(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
