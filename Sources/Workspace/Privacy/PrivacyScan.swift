/// Looks through all files for a person or customer, in every way the name may be written.
public struct PrivacyScan: Sendable, Encodable {
  public struct Hit: Sendable, Hashable, Encodable {
    public var file: String
    /// `nil`: the name of the file.
    public var line: Int?
  }

  /// Files that were looked through.
  public let files: Int
  /// Id, name or address as a whole.
  public let certain: [Hit]
  /// Parts of the name, or an id that may mean something else: only people can tell.
  public let possible: [Hit]
  /// Links and files that could not be read.
  public let skipped: [String]

  /// - Throws: `WorkspaceError` when a folder is missing.
  package init(_ subject: DataSubject, in folders: [String]) throws {
    let all = try PrivateFiles(folders)
    let search = NameSearch(subject)
    var (certain, possible): ([Hit], [Hit]) = ([], [])
    for file in all.files {
      var hits = search.matches(in: file).map { (Hit(file: file.path, line: $0.line), $0.match) }
      if let match = search.match(file.name) { hits.append((Hit(file: file.path, line: nil), match)) }
      certain += hits.filter { $0.1 == .certain }.map(\.0)
      possible += hits.filter { $0.1 == .possible }.map(\.0)
    }
    files = all.files.count
    self.certain = certain
    self.possible = possible
    skipped = all.skipped
  }
}
