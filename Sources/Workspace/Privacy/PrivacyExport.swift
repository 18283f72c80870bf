import Foundation

/// Everything that a workspace and its outputs hold about one person or customer.
public struct PrivacyExport: Sendable, Encodable {
  public struct Entry: Sendable, Hashable, Encodable {
    public var file: String
    /// 1-based.
    public var line: Int
    /// Column, or the path of a value in a document; `nil` for a line of text.
    public var path: String?
    public var value: String
  }

  public let schema = "ballast.privacy/1"
  public let id: String
  public let kind: String
  public let entries: [Entry]
  /// Where only a part of the name stands: perhaps somebody else.
  public let possible: [Entry]
  /// Links and files that could not be read.
  public let skipped: [String]

  /// - Throws: `WorkspaceError` when a folder is missing.
  package init(_ subject: DataSubject, in folders: [String]) throws {
    let files = try PrivateFiles(folders)
    let search = NameSearch(subject)
    var entries: [Entry] = []
    var possible: [Entry] = []
    for file in files.files {
      let own = PrivacyExport.entries(file, subject, search)
      entries += own
      let known = Set(own.map(\.line))
      for hit in search.matches(in: file) where !known.contains(hit.line) {
        let entry = Entry(file: file.path, line: hit.line, path: nil, value: PrivacyExport.shown(hit.text))
        if hit.match == .certain { entries.append(entry) } else { possible.append(entry) }
      }
    }
    id = subject.id
    kind = subject.kind.rawValue
    self.entries = entries
    self.possible = possible
    skipped = files.skipped
  }

  private static func entries(_ file: PrivateFiles.File, _ subject: DataSubject, _ search: NameSearch) -> [Entry] {
    switch file.kind {
    case .table: table(file, subject, search)
    case .json: document(file, subject, search)
    case .yaml, .derived, .other: []
    }
  }

  /// Of rows that name the subject in a cell of its own every cell, else the cell that names them.
  private static func table(_ file: PrivateFiles.File, _ subject: DataSubject, _ search: NameSearch) -> [Entry] {
    guard let editor = TableEditor(file: file.name, bytes: file.bytes) else { return [] }
    return editor.rows.flatMap { row -> [Entry] in
      let isAbout = row.cells.contains(where: subject.isMeant(by:))
      return zip(editor.header, row.cells).compactMap { header, cell -> Entry? in
        guard !cell.isEmpty, isAbout || search.match(cell) == .certain else { return nil }
        return Entry(file: file.path, line: row.line, path: header, value: cell)
      }
    }
  }

  /// Of objects that name the subject in a value of its own every value, else the value that names them.
  private static func document(_ file: PrivateFiles.File, _ subject: DataSubject, _ search: NameSearch) -> [Entry] {
    guard let all = JSONStrings.entries(file.bytes) else { return [] }
    let about = Set(all.filter { !$0.isKey && $0.object >= 0 && subject.isMeant(by: $0.text) }.map(\.object))
    return all.filter { entry in
      (!entry.isKey && about.contains(entry.object)) || search.match(entry.text) == .certain
    }
    .map { Entry(file: file.path, line: $0.line, path: $0.path, value: $0.text) }
  }

  private static func shown(_ line: String) -> String {
    let text = line.trimmingCharacters(in: .whitespaces)
    return text.count <= 400 ? text : String(text.prefix(400)) + "..."
  }
}
