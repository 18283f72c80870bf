import BallastProcess
import Foundation
import Testing

@testable import Workspace

@Suite struct DocumentMaskTests {
  /// Strings of a plan that are words of the program, or facts that a mask leaves as they are.
  private static let harmless: Set<String> = [
    "schema", "inputs", "currency", "horizon", "file", "sha256", "version", "host", "createdAt", "workspace", "solver",
    "label", "tier", "region", "regions", "domains", "moment", "otherMoments", "reasonCode", "rule", "rules", "unit",
    "kind", "value", "ending", "move", "otherwise", "files", "lifecycle", "relationship", "language", "forbiddenBy",
  ]

  /// `$defs` and properties, with the name of the key under which a string may stand.
  private func strings(_ node: Any, _ key: String, _ found: inout Set<String>) {
    guard let object = node as? [String: Any] else { return }
    let types = (object["type"] as? String).map { [$0] } ?? object["type"] as? [String] ?? []
    if types.contains("string"), object["pattern"] as? String != "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" { found.insert(key) }
    for (name, part) in object {
      switch name {
      case "properties", "$defs": (part as? [String: Any])?.forEach { strings($1, $0, &found) }
      case "items", "additionalProperties": strings(part, key, &found)
      case "anyOf", "oneOf", "allOf": (part as? [Any])?.forEach { strings($0, key, &found) }
      default: break
      }
    }
  }

  @Test func `Of every text in a plan it is decided whether it may name somebody`() throws {
    let path = Checkout.path("Sources/Ballast/Ballast.docc/Resources/plan.schema.json")
    let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    var found: Set<String> = []
    strings(schema, "", &found)
    #expect(found.contains("summary") && found.contains("csm"))
    let undecided = found.subtracting(DocumentMask.contents.keys).subtracting(Self.harmless)
    #expect(undecided == [])
  }
}
