/// What an erasure does to each file: worked out as a whole before the first byte is written.
public struct PrivacyErasure: Sendable {
  public struct Edit: Sendable {
    public let path: String
    public let places: Int
    let bytes: [UInt8]
  }

  public let pseudonym: String
  /// Accounts that the person still looks after: they have to be handed over first.
  public let holds: [String]
  public let edits: [Edit]
  /// Pages, calendars and texts made from the data: they are written anew by the commands that made them.
  public let removals: [String]
  private let subject: DataSubject
  private let folders: [String]

  /// - Parameter folders: the workspace first, then folders of outputs elsewhere.
  /// - Throws: `WorkspaceError` when a folder is missing.
  package init(_ subject: DataSubject, in folders: [String]) throws {
    let pseudonyms = Pseudonyms.ofOneRun
    let pseudonym = subject.kind == .csm ? pseudonyms.person(subject.id) : pseudonyms.account(subject.id)
    let eraser = FileEraser(subject: subject, pseudonym: pseudonym)
    let search = NameSearch(subject)
    let files = try PrivateFiles(folders).files
    var edits: [Edit] = []
    var removals: [String] = []
    for file in files {
      let isNamed = search.match(file.name) == .certain
      // A policy or scenario named after them is an input: its name is for people to change.
      let isOutput = file.kind == .derived || (isNamed && file.kind != .yaml && file.name.contains("/"))
      if isOutput, isNamed || search.matches(in: file).contains(where: { $0.match == .certain }) {
        removals.append(file.path)
      } else if let edit = eraser.edited(file) {
        edits.append(Edit(path: file.path, places: edit.places, bytes: edit.bytes))
      }
    }
    self.pseudonym = pseudonym
    self.removals = removals
    holds = subject.kind == .csm ? subject.holds : []
    self.subject = subject
    self.folders = folders
    self.edits = edits
  }

  /// All or nothing, also when the process is killed in the middle.
  ///
  /// - Returns: what is left, by a scan of all files.
  public func commit() throws -> PrivacyScan {
    try EraseJournal(in: folders.first ?? ".")
      .commit(edits.map { ($0.path, $0.bytes) }, removals: removals, subject: subject, folders: folders)
  }
}
