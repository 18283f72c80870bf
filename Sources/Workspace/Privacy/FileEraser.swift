import Foundation

/// Takes a subject out of one file: tables by cell, documents by value, policies and scenarios by word.
struct FileEraser {
  let subject: DataSubject
  let pseudonym: String
  private let replacer: NameReplacer
  /// Free text in tables of decisions.
  private static let texts: Set<String> = ["reason", "note"]

  init(subject: DataSubject, pseudonym: String) {
    self.subject = subject
    self.pseudonym = pseudonym
    replacer = subject.replacer(pseudonym)
  }

  /// `nil`: nothing in it has to change.
  func edited(_ file: PrivateFiles.File) -> (bytes: [UInt8], places: Int)? {
    switch file.kind {
    case .table: table(file)
    case .json: document(file)
    case .yaml: text(file)
    case .derived, .other: nil
    }
  }

  private func replaced(_ value: String) -> String {
    subject.isMeant(by: value) ? pseudonym : replacer.replacing(value)
  }

  private func table(_ file: PrivateFiles.File) -> (bytes: [UInt8], places: Int)? {
    guard let editor = TableEditor(file: file.name, bytes: file.bytes) else { return nil }
    let ownFile = subject.kind == .csm ? WorkspaceReader.csmsFile : WorkspaceReader.accountsFile
    var changes: [(row: Int, column: Int, value: String)] = []
    for (index, row) in editor.rows.enumerated() {
      let isOwn = file.name == ownFile && row.line == subject.line
      let isDecision = editor.header.contains("decision") && row.cells.contains(where: subject.isMeant(by:))
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        let header = editor.header[column]
        let isEmptied =
          (isOwn && !subject.neutralHeaders.contains(header)) || (isDecision && FileEraser.texts.contains(header))
        let value = isEmptied ? "" : replaced(cell)
        if value != cell { changes.append((index, column, value)) }
      }
    }
    return changes.isEmpty ? nil : (editor.replacing(changes), changes.count)
  }

  private func document(_ file: PrivateFiles.File) -> (bytes: [UInt8], places: Int)? {
    guard let entries = JSONStrings.entries(file.bytes) else { return nil }
    var result: [UInt8] = []
    var position = 0
    var places = 0
    for entry in entries where file.bytes[entry.range.lowerBound] == UInt8(ascii: "\"") {
      let value = replaced(entry.text)
      guard value != entry.text, let token = FileEraser.token(value) else { continue }
      result += file.bytes[position..<entry.range.lowerBound] + token
      position = entry.range.upperBound
      places += 1
    }
    return places == 0 ? nil : (result + file.bytes[position...], places)
  }

  private static func token(_ value: String) -> [UInt8]? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(value)).map(Array.init)
  }

  /// A pseudonym needs no quotes, and fits between those that are there.
  private func text(_ file: PrivateFiles.File) -> (bytes: [UInt8], places: Int)? {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    let edited = lines.map(replacer.replacing)
    let places = zip(lines, edited).count { $0 != $1 }
    return places == 0 ? nil : (Array(edited.joined(separator: "\n").utf8), places)
  }
}
