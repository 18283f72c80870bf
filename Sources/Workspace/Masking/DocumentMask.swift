import Foundation

/// Puts pseudonyms into a document that was written without a mask: a plan, a sweep. They are those that the same key gives
/// when the data are masked before anything is computed.
///
/// Which key of the document holds what is written down here; free text of the workspace that a sentence quotes is replaced
/// as a whole.
package struct DocumentMask {
  package enum Content: Sendable { case person, account, name, text, sentence }

  /// By the name of the key; strings under other keys never name anybody.
  package static let contents: [String: Content] = [
    "csm": .person, "previous": .person, "cover": .person, "from": .person, "to": .person, "runnerUp": .person,
    "manager": .person, "otherwiseCSM": .person, "by": .person, "alternative": .person, "unfinished": .person,
    "changeByCSM": .person, "account": .account, "accounts": .account, "email": .name, "name": .sentence, "why": .text,
    "reason": .sentence, "reasons": .sentence, "summary": .sentence, "cannotStay": .sentence, "message": .sentence,
    "note": .sentence, "details": .sentence, "detail": .sentence, "plan": .sentence, "changes": .sentence,
    "checklist": .sentence, "resource": .sentence, "team": .sentence, "values": .sentence, "command": .sentence,
  ]

  private let mask: WorkspaceMask

  /// - Parameter workspaces: the data the document is about, without a mask.
  package init(_ pseudonyms: Pseudonyms, _ workspaces: [LoadedWorkspace]) {
    mask = WorkspaceMask(pseudonyms, quoting: workspaces)
  }

  /// `nil` when this is no JSON. Linear in its size.
  package func masked(_ document: [UInt8]) -> [UInt8]? {
    guard let entries = JSONStrings.entries(document) else { return nil }
    var result: [UInt8] = []
    var position = 0
    for entry in entries where document[entry.range.lowerBound] == UInt8(ascii: "\"") {
      guard let token = token(entry) else { continue }
      result += document[position..<entry.range.lowerBound] + token
      position = entry.range.upperBound
    }
    return result + document[position...]
  }

  /// What stands there instead; `nil`: what stands there may stay.
  private func token(_ entry: JSONStrings.Entry) -> [UInt8]? {
    let keys = entry.path.split(separator: ".").map { $0.prefix { $0 != "[" } }
    guard !entry.isKey else {
      return keys.dropLast().last == "changeByCSM" ? DocumentMask.quoted(mask.person(entry.text)) : nil
    }
    guard let key = keys.last, let content = DocumentMask.content(String(key), of: keys) else { return nil }
    switch content {
    case .person: return DocumentMask.quoted(mask.person(entry.text))
    case .account: return DocumentMask.quoted(mask.account(entry.text))
    case .name: return Array("null".utf8)
    case .text: return DocumentMask.quoted(mask.text(entry.text))
    case .sentence: return DocumentMask.quoted(mask.replacing(entry.text))
    }
  }

  /// People and customers have a name of their own; what somebody gave as a reason is free text.
  private static func content(_ key: String, of keys: [Substring]) -> Content? {
    let list = keys.dropLast().last
    if key == "name", list == "accounts" || list == "books" { return .name }
    if key == "reason", list == "agreements" { return .text }
    return contents[key]
  }

  private static func quoted(_ text: String) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map(Array.init)
  }
}
