public import Foundation

extension ProofDocument {
  /// Reads `proof.json`; throws `UnknownProofFormat` for another format or version and `DecodingError` for other faults.
  public static func decoded(from data: Data) throws -> ProofDocument {
    try JSONDecoder().decode(ProofDocument.self, from: data)
  }

  /// The bytes of `proof.json`: every cut, split and node on a line of its own. The same proof gives the same bytes.
  public func encoded() throws -> Data {
    var data = Data()
    try forEachPiece { data.append(contentsOf: $0) }
    return data
  }

  /// Hands over the bytes of `encoded()` piece by piece: proofs of long searches have a hundred megabytes.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let model = String(decoding: try encoder.encode(model), as: UTF8.self)
    try withoutActuallyEscaping(body) { body in
      let writer = ProofWriter(body)
      writer.add("{\"format\":\"\(Self.currentFormat)\",\"version\":\(Self.currentVersion),\n")
      writer.add("\"model\":\(model),\n\"proof\":")
      try writer.write(proof)
      writer.add("}\n")
      try writer.flush()
    }
  }
}

extension ProofDocument: Decodable {
  private enum CodingKeys: String, CodingKey { case format, version, model, proof }

  public init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: CodingKeys.self)
    let format = try object.decode(String.self, forKey: .format)
    let version = try object.decode(Int.self, forKey: .version)
    guard format == Self.currentFormat, version == Self.currentVersion else {
      throw UnknownProofFormat(format: format, version: version)
    }
    model = try object.decode(ProofModel.self, forKey: .model)
    proof = try object.decode(ProofPart.self, forKey: .proof)
  }
}
