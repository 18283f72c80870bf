import Foundation
import Testing

@testable import PlanDocument

@Suite struct ProofDocumentTests {
  private static let tree = ProofTree(
    cutoff: -12, fixing: NumberedValues(positions: [0, 7, .min]), refixing: leaf(5), refixingCutoff: -13,
    cuts: [
      ProofCut(
        groups: NumberedValues([.init(1, -2)]), resources: NumberedValues([.init(0, 3), .init(0, 4)]),
        cuts: NumberedValues(), options: [2, 3], intervals: NumberedValues([.init(1, 0)]), divisor: 6, shift: 1)
    ], splits: [ProofSplit(threshold: 1, options: [0, 2, 4])],
    nodes: [.inner(split: 0, below: 1, above: 2), .leaf(leaf(.max)), .leaf(leaf(0))])

  private static func leaf(_ value: Int64) -> ProofLeaf {
    ProofLeaf(
      resources: NumberedValues(positions: [value, 0, 1]), cuts: NumberedValues([.init(0, value)]),
      splits: NumberedValues())
  }

  private static let blocks = ProofPart.blocks(
    ProofBlocks(
      prices: NumberedValues([.init(2, -5)]), blockOfResource: [0, -1, 1], blockOfGroup: [0, 1],
      blocks: [.tree(tree), .multipliers(NumberedValues(positions: [4]))]))

  private static func document(_ proof: ProofPart) -> ProofDocument {
    let names = ["hours/\"A/N\"\n/0", "hours/É/1", "move-count"]
    return ProofDocument(model: ProofModel(groups: 2, options: 5, resources: names, sha256: "ab"), proof: proof)
  }

  @Test("A proof comes back from its file as it was", arguments: [.tree(tree), blocks, .multipliers(NumberedValues())])
  func roundTrip(proof: ProofPart) throws {
    let document = Self.document(proof)
    let data = try document.encoded()
    #expect(try ProofDocument.decoded(from: data) == document)
    #expect(try document.encoded() == data)
  }

  @Test("A long proof is written in several pieces") func pieces() throws {
    var tree = Self.tree
    tree.nodes += Array(repeating: .leaf(Self.leaf(.max)), count: 10_000)
    let document = Self.document(.tree(tree))
    var pieces: [[UInt8]] = []
    try document.forEachPiece { pieces.append($0) }
    #expect(pieces.count > 2)
    #expect(Data(pieces.joined()) == (try document.encoded()))
    #expect(try ProofDocument.decoded(from: Data(pieces.joined())) == document)
  }

  @Test("A file cut off anywhere is refused") func truncated() throws {
    let data = try Self.document(Self.blocks).encoded()
    // Without the line feed at its end it is whole.
    for length in 0..<data.count - 2 {
      #expect(throws: DecodingError.self) { try ProofDocument.decoded(from: data.prefix(length)) }
    }
  }

  @Test("Another format or version is named") func unknown() throws {
    let text = String(decoding: try Self.document(Self.blocks).encoded(), as: UTF8.self)
    for (old, new) in [("ballast.proof", "ballast.plan"), ("\"version\":1", "\"version\":2")] {
      #expect(throws: UnknownProofFormat.self) {
        try ProofDocument.decoded(from: Data(text.replacing(old, with: new).utf8))
      }
    }
  }

  @Test("Blocks within blocks without end, and numbers that fit nothing, are refused", arguments: [40, 400, 100_000])
  func deep(depth: Int) throws {
    let open = "{\"kind\":\"blocks\",\"prices\":[],\"blockOfResource\":[],\"blockOfGroup\":[],\"blocks\":["
    let text = try String(decoding: Self.document(.multipliers(NumberedValues())).encoded(), as: UTF8.self)
    let inner = "{\"kind\":\"multipliers\",\"multipliers\":[]}"
    let nested = String(repeating: open, count: depth) + inner + String(repeating: "]}", count: depth)
    #expect(throws: DecodingError.self) {
      try ProofDocument.decoded(from: Data(text.replacing(inner, with: nested).utf8))
    }
    for list in [
      "[0]", "[0,1,2]", "[0,9223372036854775808]", "[4294967296,1]", "[0,1.5]", "[0,1e30]", "{}", "[null,1]",
    ] {
      #expect(throws: DecodingError.self) {
        try ProofDocument.decoded(
          from: Data(text.replacing("\"multipliers\":[]", with: "\"multipliers\":\(list)").utf8))
      }
    }
  }

  @Test("What a proof is made of is said in words")
  func words() {
    func contents(_ proof: ProofPart) -> String { ProofReference(file: "", sha256: "", proof).contents }
    #expect(contents(.tree(Self.tree)) == "1 cut and 2 cases")
    #expect(contents(Self.blocks) == "1 cut and 3 cases in 2 blocks")
    #expect(contents(.multipliers(NumberedValues())) == "multipliers")
  }
}
