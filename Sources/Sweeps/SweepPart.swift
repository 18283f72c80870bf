import Ballast
import Digest
import Foundation
public import PlanDocument

/// The result of one unit: a part file, schema `ballast.part/1`. It holds no times and no names of machines.
public struct SweepPart: Sendable, Hashable, Codable {
  static let currentSchema = "ballast.part/1"

  var schema: String
  public var index: Int
  /// SHA-256 of the line of the unit.
  var unit: String
  /// SHA-256 by name of the files it was computed from.
  var inputs: [String: String]
  /// The program that computed it.
  var version: String
  /// Without seconds and without the loads of single CSMs.
  public var result: ComparedPlan
  /// SHA-256 of this part with an empty text here.
  var digest: String

  init(_ unit: SweepUnit, result: ComparedPlan) throws {
    schema = SweepPart.currentSchema
    index = unit.index
    self.unit = try unit.digest
    inputs = unit.inputs
    version = BallastVersion.current
    self.result = result
    self.result.facts?.seconds = nil
    self.result.facts?.loads = []
    digest = ""
    digest = try ownDigest
  }

  private var ownDigest: String {
    get throws {
      var part = self
      part.digest = ""
      return SHA256.hexadecimal(of: Array(try DocumentJSON.encoded(part)))
    }
  }

  var bytes: [UInt8] {
    get throws { Array(try DocumentJSON.encoded(self)) }
  }
}

/// What lies where the part of a unit belongs.
public enum SweepPartState: Sendable, Hashable {
  case missing
  case valid(SweepPart)
  /// Cut off, or not what was written; with a sentence.
  case damaged(String)
  /// Whole, but of another unit, of other data or of another version of the program; with a sentence.
  case foreign(String)

  init(_ bytes: [UInt8], of unit: SweepUnit) throws {
    // What is written anew byte for byte has nothing added and nothing lost; what is inside, the digest vouches for.
    guard let part = try? JSONDecoder().decode(SweepPart.self, from: Data(bytes)), (try? part.bytes) == bytes,
      (try? part.isWhole) ?? false
    else {
      self = .damaged("The part is damaged: it is cut off or was changed.")
      return
    }
    let isOfUnit = part.schema == SweepPart.currentSchema && part.index == unit.index
    if isOfUnit, part.inputs != unit.inputs {
      self = .foreign("The part is of other data.")
    } else if isOfUnit, part.unit == (try unit.digest) {
      self =
        part.version == BallastVersion.current
        ? .valid(part) : .foreign("The part is of version \(part.version) of Ballast.")
    } else {
      self = .foreign("The part is of another unit or another sweep.")
    }
  }
}

extension SweepPart {
  var isWhole: Bool {
    get throws { digest == (try ownDigest) }
  }
}
