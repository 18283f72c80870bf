import Foundation
import PlanDocument

/// The sample with a payload before every text that comes from people: names, ids, reasons, labels, file names.
enum HostilePlan {
  static let harmless = "Aa"

  static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "\" onfocus=\"alert(1)", "javascript:alert(1)", "</style><script>x</script>", "<!--", "]]>",
    "&lt;b&gt;&#60;",
    "\"\u{301}><svg/onload=alert(1)>", "<\u{338}b>", "\u{202E}gnp.exe\u{2066}", "a\u{200D}\"\u{FE0F}>",
    "\u{0}\u{1B}[31m\u{7}\u{9B}2J\r\n\t", "[x](javascript:alert(1))", "![x](http://evil.example/x.png)",
    "| a | b |",
    "`code` **bold** # h", "https://evil.example www.evil.example", "=HYPERLINK(\"http://evil.example\")",
    "+1", "-1", "@SUM(A1)", "\tx", "\rx", "👩‍👩‍👧 שלום مرحبا",
  ]

  private static let keys: Set<String> = [
    "account", "csm", "from", "to", "previous", "cover", "runnerUp", "name", "tier", "region", "team",
    "moment",
    "label", "summary", "note", "message", "reason", "reasonCode", "rule", "currency", "value", "version",
    "host",
    "solver", "workspace", "createdAt", "resource", "unit", "forbiddenBy", "cannotStay", "domains", "regions",
    "checklist", "email", "manager", "detail", "lifecycle", "relationship", "language", "accounts", "otherMoments",
    "plan",
  ]

  static func document(_ payload: String) throws -> PlanDocument {
    var object = try JSONSerialization.jsonObject(with: SamplePlan.document.encoded())
    object = spoiled(object, key: "", payload)
    return try PlanDocument.decoded(from: JSONSerialization.data(withJSONObject: object))
  }

  private static func spoiled(_ value: Any, key: String, _ payload: String) -> Any {
    switch value {
    case let text as String: keys.contains(key) ? payload + text : text
    case let list as [Any]: list.map { spoiled($0, key: key, payload) }
    case let object as [String: Any]: spoiled(object, key: key, payload)
    default: value
    }
  }

  private static func spoiled(_ object: [String: Any], key: String, _ payload: String) -> Any {
    if key == "termination" { return object }
    let spoilsKeys = key == "objectiveByRule" || key == "inputs"
    let pairs = object.map { ($0.key, spoiled($0.value, key: $0.key, payload)) }
    return Dictionary(
      pairs.map { (spoilsKeys ? payload + $0.0 : $0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
  }
}
