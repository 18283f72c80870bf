import OptionModel

/// The text of an integer model, see the page Certificate of the documentation.
struct ModelFile {
  let model: OptionModel
  let order: ModelOrder
  /// What stands for a group and for an option, by their places in the model.
  let groupWords: (Int) -> String
  let optionWord: (Int) -> String

  /// Hands over the text piece by piece. O(size of the model).
  func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    var text = "ballast.model 1\nconstant \(model.constants[0])\n"
    for (place, name) in zip(order.resources, order.resourceNames) { text += line(ofResource: Int(place), name) }
    let numbers = ModelOrder.inverse(order.resources)
    var next = 0
    for group in order.groups {
      text += "group \(groupWords(Int(group)))\n"
      for _ in model.options(ofGroup: Int(group)) {
        text += line(ofOption: Int(order.options[next]), resourceNumbers: numbers)
        next += 1
      }
      guard text.utf8.count >= 1 << 16 else { continue }
      try body(Array(text.utf8))
      text = ""
    }
    try body(Array((text + "end\n").utf8))
  }

  private func line(ofResource place: Int, _ name: String) -> String {
    let resource = model.resources[place]
    let price = RederivedPrice(resource.price)
    let corners = price.slopeChanges.sorted { $0.key < $1.key }.map { " \($0.key) \($0.value)" }.joined()
    let limits = [resource.lower, resource.upper].map { $0.map(String.init) ?? "-" }.joined(separator: " ")
    return "resource \(Self.word(name)) \(limits) \(price.leftSlope) \(price.leftIntercept)\(corners)\n"
  }

  private func line(ofOption place: Int, resourceNumbers numbers: [Int32]) -> String {
    let uses = model.consumptions(ofOption: place)
      .map { (numbers[$0.resource], $0.amount) }
      .filter { $0.1 != 0 }.sorted { $0.0 < $1.0 }
    let consumptions = uses.map { " \($0.0) \($0.1)" }.joined()
    return "option \(optionWord(place)) \(model.cost(ofOption: place))\(consumptions)\n"
  }

  /// A name without spaces and control characters: their bytes, and that of `%`, are written as `%20`.
  static func word(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if byte > 32, byte != 127, byte != 37 {
        bytes.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array("%\(digits.count < 2 ? "0" : "")\(digits)".utf8)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
