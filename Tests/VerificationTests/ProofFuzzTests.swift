import Foundation
import OptionModel
import Testing

@testable import Verification

@Suite("A proof as JSON") struct ProofFuzzTests {
  @Test("comes back as it was", arguments: 1...100)
  func roundTrip(seed: UInt64) throws {
    guard let (_, proof, _) = try proof(seed: seed) else { return }
    let data = try JSONEncoder().encode(proof)
    #expect(try JSONDecoder().decode(BoundProof.self, from: data) == proof)
  }

  @Test("with a number changed by one, or for an extreme one, is refused or still true", arguments: 1...400)
  func changed(seed: UInt64) throws {
    guard let (model, proof, optimum) = try proof(seed: seed) else { return }
    let object = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(proof))
    var random = SeededGenerator(seed: seed + 123)
    for _ in 0..<15 {
      var numbers = JSONNumbers(target: Int.random(in: 0..<JSONNumbers.count(object), using: &random))
      let extremes: [Int64] = [0, -1, 1 << 31, .max, .min, .max >> 2, .min >> 20]
      let extreme = Bool.random(using: &random) ? extremes.randomElement(using: &random) : nil
      let step: Int64 = Bool.random(using: &random) ? 1 : -1
      let changed = numbers.replacing(object) { extreme ?? $0 &+ step }
      let data = try JSONSerialization.data(withJSONObject: changed)
      // A number that does not fit its type is refused by the decoder.
      guard let decoded = try? JSONDecoder().decode(BoundProof.self, from: data) else { continue }
      if case .bound(let bound) = BoundProofChecker(model).bound(from: decoded), let optimum {
        #expect(bound <= optimum)
      }
    }
  }

  private func proof(seed: UInt64) throws -> (OptionModel, BoundProof, Int64?)? {
    let model = try SmallModels.random(seed: seed)
    let cases = ProofCases(model)
    guard let curves = cases.curves else { return nil }
    var producer = RandomProof(model, curves: curves, seed: seed + 55)
    return producer.proof(cutoff: (cases.optimum ?? 50) + 20, depth: 2).map { (model, $0, cases.optimum) }
  }
}

/// Walks the integers of a JSON value in a fixed order and replaces one of them.
private struct JSONNumbers {
  private var remaining: Int

  init(target: Int) { remaining = target }

  static func count(_ value: Any) -> Int {
    switch value {
    case let object as [String: Any]: object.values.reduce(0) { $0 + count($1) }
    case let array as [Any]: array.reduce(0) { $0 + count($1) }
    case is NSNumber: 1
    default: 0
    }
  }

  mutating func replacing(_ value: Any, with change: (Int64) -> Int64) -> Any {
    switch value {
    case let object as [String: Any]:
      var changed = object
      for key in object.keys.sorted() { changed[key] = object[key].map { replacing($0, with: change) } }
      return changed
    case let array as [Any]: return array.map { replacing($0, with: change) }
    case let number as NSNumber:
      remaining -= 1
      return remaining == -1 ? NSNumber(value: change(number.int64Value)) : number
    default: return value
    }
  }
}
