import Foundation

/// As much of JSON Schema as `review.schema.json` uses.
struct SchemaChecker {
  let definitions: [String: Any]

  /// What does not keep to the schema, by path.
  func faults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let name = schema["$ref"] as? String {
      let key = name.replacingOccurrences(of: "#/$defs/", with: "")
      guard let target = definitions[key] as? [String: Any] else { return ["\(path): no definition \(key)"] }
      return faults(value, target, path)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return choices.contains { faults(value, $0, path).isEmpty } ? [] : ["\(path): none of the choices"]
    }
    if let words = schema["enum"] as? [String] {
      return (value as? String).map(words.contains) == true ? [] : ["\(path): \(value) is none of the words"]
    }
    if let word = schema["const"] as? String { return value as? String == word ? [] : ["\(path): not \(word)"] }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    guard types.contains(where: { isOf(value, $0) }) else { return ["\(path): not \(types.joined(separator: " or "))"] }
    return parts(value, schema, path)
  }

  private func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": value is Bool
    case "integer": (value as? NSNumber).map { $0.doubleValue.rounded() == $0.doubleValue } ?? false
    default: false
    }
  }

  private func parts(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    if let items = value as? [Any], let schema = schema["items"] as? [String: Any] {
      return items.enumerated().flatMap { faults($0.element, schema, "\(path)[\($0.offset)]") }
    }
    if let text = value as? String, let pattern = schema["pattern"] as? String {
      return text.range(of: pattern, options: .regularExpression) == nil ? ["\(path): not like \(pattern)"] : []
    }
    guard let object = value as? [String: Any], let properties = schema["properties"] as? [String: Any] else {
      return []
    }
    let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): no \($0)" }
    return missing
      + object.flatMap { key, value -> [String] in
        guard let own = properties[key] as? [String: Any] else { return ["\(path): \(key) is unknown"] }
        return faults(value, own, "\(path).\(key)")
      }
  }
}
