#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes one file completely or not at all: to a temporary file in the same folder, which is flushed to the disk
/// and then renamed. A writer that is dropped before `commit()` leaves nothing behind.
public final class AtomicFileWriter {
  public let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []
  private var isCommitted = false
  private static let capacity = 1 << 18

  /// - Parameter isPrivate: nobody but the owner may read the file.
  /// - Throws: `WorkspaceError` with exit code 73, 74 or 77.
  public init(path: String, isPrivate: Bool = false) throws {
    self.path = path
    guard !path.utf8.contains(0), !path.isEmpty else {
      throw WorkspaceError.cannotCreate(path: path, reason: "not a file name")
    }
    let mode = try AtomicFileWriter.permittedMode(path)
    temporaryPath = AtomicFileWriter.temporaryPath(beside: path)
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw SystemCall.creating(path, errno) }
    if let mode, !isPrivate { _ = fchmod(descriptor, mode) }
    buffer.reserveCapacity(AtomicFileWriter.capacity)
  }

  deinit { discard() }

  public func write(_ bytes: some Sequence<UInt8>) throws {
    buffer.append(contentsOf: bytes)
    if buffer.count >= AtomicFileWriter.capacity { try flush() }
  }

  public func write(_ text: String) throws { try write(text.utf8) }

  /// Flushes the temporary file to the disk; after it, `commit()` has only to rename.
  public func prepare() throws {
    guard descriptor >= 0 else { return }
    try flush()
    guard fsync(descriptor) == 0 else { throw SystemCall.writing(path, errno) }
    // A set holds many writers at once.
    buffer = []
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw SystemCall.writing(path, errno) }
  }

  public func commit() throws {
    guard !isCommitted else { return }
    try prepare()
    guard rename(temporaryPath, path) == 0 else { throw SystemCall.creating(path, errno) }
    isCommitted = true
    AtomicFileWriter.synchroniseFolder(of: path)
  }

  /// Gives the file its name before it is complete, for a log that others follow: what is written from then on is in
  /// it as soon as it is flushed.
  public func publish() throws {
    try flush()
    guard rename(temporaryPath, path) == 0 else { throw SystemCall.creating(path, errno) }
    isCommitted = true
    AtomicFileWriter.synchroniseFolder(of: path)
  }

  /// Drops what was written; does nothing after `commit()` or `publish()`.
  public func discard() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    if !isCommitted { unlink(temporaryPath) }
    isCommitted = true
  }

  /// Hands what was written so far to the operating system.
  public func flush() throws {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { SystemCall.write(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemCall.writing(path, errno) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

extension AtomicFileWriter {
  /// The mode of the file that will be replaced; `nil` when there is none. A rename would replace a file that
  /// its owner protected, or a device: both are refused.
  private static func permittedMode(_ path: String) throws -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw WorkspaceError.cannotCreate(path: path, reason: "it exists and is not a regular file")
    }
    guard access(path, W_OK) == 0 else { throw SystemCall.creating(path, errno) }
    return status.st_mode & 0o777
  }

  /// Short, because the target's own name may already be as long as names can be.
  private static func temporaryPath(beside path: String) -> String {
    let folder = folder(of: path)
    return "\(folder)/.ballast-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "" : String(path[..<slash])
  }

  /// So that the new name survives a power cut; not every file system can, hence no error.
  private static func synchroniseFolder(of path: String) {
    let descriptor = open(folder(of: path) + "/", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
