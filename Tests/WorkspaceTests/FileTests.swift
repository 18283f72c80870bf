import Portfolio
import Testing

@testable import Workspace

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct FileTests {
  private func code(_ body: () throws -> Void) -> Int32? {
    do { try body() } catch let error as WorkspaceError {
      #expect(!error.description.isEmpty && !error.advice.isEmpty)
      return error.exitCode
    } catch { return -1 }
    return nil
  }

  @Test("F24: folders, pipes, devices and missing files are refused, links to files are read")
  func kinds() {
    let folder = TemporaryFolder()
    folder.write("data", "x")
    mkfifo(folder.file("pipe"), 0o600)
    symlink(folder.file("data"), folder.file("link"))
    symlink(folder.file("pipe"), folder.file("pipe-link"))
    symlink(folder.file("nowhere"), folder.file("dangling"))
    #expect(code { _ = try CappedFile.bytes(at: folder.path, limit: 10) } == 65)
    #expect(code { _ = try CappedFile.bytes(at: folder.file("pipe"), limit: 10) } == 65)
    #expect(code { _ = try CappedFile.bytes(at: folder.file("pipe-link"), limit: 10) } == 65)
    #expect(code { _ = try CappedFile.bytes(at: "/dev/zero", limit: 10) } == 65)
    #expect(code { _ = try CappedFile.bytes(at: folder.file("nowhere"), limit: 10) } == 66)
    #expect(code { _ = try CappedFile.bytes(at: folder.file("dangling"), limit: 10) } == 66)
    #expect(code { _ = try CappedFile.bytes(at: "data\0x", limit: 10) } == 66)
    #expect((try? CappedFile.bytes(at: folder.file("link"), limit: 10)) == [0x78])
  }

  @Test("F24: a pipe in place of a table or a policy is a data or policy error")
  func pipeAsTable() throws {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", Sample().accounts)
    mkfifo(folder.file("csms.csv"), 0o600)
    mkfifo(folder.file("ballast.yaml"), 0o600)
    let workspace = try WorkspaceReader(directory: folder.path).read(asOf: nil, today: Sample.today)
    #expect(workspace.errors.map(\.file) == ["ballast.yaml", "csms.csv"])
    #expect(workspace.errors.allSatisfy { $0.message.contains("a pipe") })
  }

  @Test("F24: control characters and text direction marks of a path are shown escaped")
  func escapedPath() {
    let error = WorkspaceError.missing(path: "a\u{1B}[2J\n\u{202E}b")
    #expect(error.description == "a\\u{1B}[2J\\u{A}\\u{202E}b does not exist.")
  }

  @Test("F22: a file above the size cap and an endless line are refused early")
  func sizes() {
    let folder = TemporaryFolder()
    folder.write("data", [UInt8](repeating: 0x61, count: 3_000))
    #expect(code { _ = try CappedFile.bytes(at: folder.file("data"), limit: 2_999) } == 65)
    #expect(
      code { _ = try CappedFile.bytes(at: folder.file("data"), limit: 3_000, longestLine: 2_999) } == 65)
    #expect(
      (try? CappedFile.bytes(at: folder.file("data"), limit: 3_000, longestLine: 3_000))?.count == 3_000)
    // A hole of 1 GiB: no line end in it.
    truncate(folder.file("data"), 1 << 30)
    #expect(
      code { _ = try CappedFile.bytes(at: folder.file("data"), limit: 1 << 30, longestLine: 1 << 20) } == 65)
  }

  @Test("F2: a file appears complete, or what was there stays")
  func atomicity() throws {
    let folder = TemporaryFolder()
    folder.write("plan.json", "old")
    do {
      let writer = try AtomicFileWriter(path: folder.file("plan.json"))
      try writer.write("half of the new")
    }
    #expect(try CappedFile.bytes(at: folder.file("plan.json"), limit: 100) == Array("old".utf8))
    #expect(folder.names == ["plan.json"])
    let writer = try AtomicFileWriter(path: folder.file("plan.json"))
    for _ in 0..<1_000 { try writer.write(String(repeating: "x", count: 1_000)) }
    try writer.commit()
    try writer.commit()
    #expect(try CappedFile.bytes(at: folder.file("plan.json"), limit: 2_000_000).count == 1_000_000)
    #expect(folder.names == ["plan.json"])
  }

  @Test("F2: files of a set appear together, or none does")
  func sets() throws {
    let folder = TemporaryFolder()
    do {
      let set = AtomicFileSet()
      try set.add(path: folder.file("a")).write("1")
      #expect(code { _ = try set.add(path: folder.file("missing/b")) } == 73)
    }
    #expect(folder.names == [])
    let set = AtomicFileSet()
    try set.add(path: folder.file("a")).write("1")
    try set.add(path: folder.file("b")).write("2")
    try set.commit()
    #expect(folder.names == ["a", "b"])
  }

  @Test("F4: a full disk is reported with the path and leaves the old file")
  func fullDisk() throws {
    let folder = TemporaryFolder()
    folder.write("a", "old")
    let writer = try AtomicFileWriter(path: folder.file("a"))
    #expect(SystemCall.writing("a", ENOSPC) == .inputOutput(path: "a", reason: SystemCall.reason(ENOSPC)))
    #expect(SystemCall.creating("a", ENOSPC).exitCode == 74)
    writer.discard()
    #expect(try CappedFile.bytes(at: folder.file("a"), limit: 10) == Array("old".utf8))
    // The device that is always full refuses the write, not the opening; it is no regular file either.
    #expect(code { _ = try AtomicFileWriter(path: "/dev/full") } == 73)
  }

  @Test("F5: folders that cannot be written to are refused with 73 or 77, and reading still works")
  func readOnly() throws {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", Sample().accounts)
    folder.write("csms.csv", Sample().csms)
    chmod(folder.path, 0o555)
    #expect(try WorkspaceReader(directory: folder.path).read(asOf: nil, today: Sample.today).portfolio != nil)
    if geteuid() != 0 { #expect(code { _ = try AtomicFileWriter(path: folder.file("x")) } == 77) }
    #expect(code { _ = try AtomicFileWriter(path: "/proc/ballast") }.map { [73, 77].contains($0) } == true)
    #expect(code { _ = try AtomicFileWriter(path: folder.file("accounts.csv/x")) } == 73)
    #expect(code { _ = try AtomicFileWriter(path: folder.path) } == 73)
    #expect(code { _ = try AtomicFileWriter(path: "") } == 73)
    #expect(SystemCall.creating("x", EACCES).exitCode == 77)
    #expect(SystemCall.creating("x", EROFS).exitCode == 73)
    #expect(SystemCall.reading("x", EACCES).exitCode == 77)
  }

  @Test("The template is a valid workspace without warnings and never overwrites")
  func template() throws {
    let folder = TemporaryFolder()
    let template = WorkspaceTemplate(start: Sample.today)
    try template.write(to: folder.file("new"))
    let workspace = try WorkspaceReader(directory: folder.file("new")).read(asOf: nil, today: Sample.today)
    #expect(workspace.issues.filter { $0.severity != .note } == [])
    #expect(workspace.portfolio?.accounts.count == 24 && workspace.portfolio?.csms.count == 4)
    #expect(workspace.portfolio?.asOf == Sample.today)
    #expect(code { try template.write(to: folder.file("new")) } == 73)
    folder.write("ballast.yaml", "")
    #expect(code { try template.write(to: folder.path) } == 73)
    #expect(folder.names == ["ballast.yaml", "new"])
  }
}
