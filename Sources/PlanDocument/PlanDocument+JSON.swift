public import Foundation

extension PlanDocument {
  /// The bytes of `plan.json`: sorted keys, two spaces, a newline at the end. The same plan gives the same bytes.
  public func encoded() throws -> Data { try DocumentJSON.encoded(self) }

  /// Reads `plan.json`; throws `UnknownPlanSchema` for another schema and `DecodingError` for other faults.
  public static func decoded(from data: Data) throws -> PlanDocument {
    struct Header: Decodable { var schema: String }
    let decoder = JSONDecoder()
    let header = try decoder.decode(Header.self, from: data)
    guard header.schema == currentSchema else { throw UnknownPlanSchema(schema: header.schema) }
    return try decoder.decode(PlanDocument.self, from: data)
  }
}

public struct UnknownPlanSchema: Error, Sendable, Hashable {
  public let schema: String
}
