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
      let named = search.match(file.name).map { (line: nil as Int?, match: $0) }
      let hits = [named].compactMap { $0 } + search.matches(in: file.bytes).map { (line: $0.line, match: $0.match) }
      for hit in hits {
        if hit.match == .certain {
          certain.append(Hit(file: file.path, line: hit.line))
        } else {
          possible.append(Hit(file: file.path, line: hit.line))
        }
      }
    }
    files = all.files.count
    self.certain = certain
    self.possible = possible
    skipped = all.skipped
  }
}
