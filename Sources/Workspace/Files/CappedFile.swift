#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads whole regular files of bounded size. Pipes, devices and folders are refused before they are opened, so
/// that nothing can make a command wait or read for ever; a symbolic link counts as what it points to.
public enum CappedFile {
  private static let chunk = 4 << 20

  /// - Parameters:
  ///   - limit: in bytes.
  ///   - longestLine: in bytes; reading stops at a longer line. `nil`: not checked.
  /// - Throws: `WorkspaceError`.
  public static func bytes(at path: String, limit: Int, longestLine: Int? = nil) throws -> [UInt8] {
    guard !path.utf8.contains(0) else { throw WorkspaceError.missing(path: path) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemCall.reading(path, errno) }
    try requireRegular(status, path)
    // Without blocking: the file may have become a pipe since.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemCall.reading(path, errno) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw SystemCall.reading(path, errno) }
    try requireRegular(status, path)
    guard status.st_size <= limit else { throw WorkspaceError.tooLarge(path: path, limit: limit) }
    return try contents(descriptor, path, size: Int(status.st_size), longestLine: longestLine)
  }

  /// One byte more than the size is asked for, so that a file that grows meanwhile is noticed.
  private static func contents(_ descriptor: Int32, _ path: String, size: Int, longestLine: Int?) throws
    -> [UInt8]
  {
    var lines = LineLengthGuard(path: path, limit: longestLine ?? .max)
    return try [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      filled = 0
      while filled <= size {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled..<min(filled + chunk, size + 1)])
        let count = SystemCall.read(descriptor, into: rest)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemCall.reading(path, errno) }
        if count == 0 { return }
        try lines.check(UnsafeBufferPointer(rebasing: rest[..<count]))
        filled += count
      }
      throw WorkspaceError.inputOutput(path: path, reason: "the file grew while it was read")
    }
  }

  private static func requireRegular(_ status: stat, _ path: String) throws {
    let kind: String
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: kind = "a folder"
    case S_IFIFO: kind = "a pipe"
    case S_IFSOCK: kind = "a socket"
    default: kind = "a device"
    }
    throw WorkspaceError.notRegular(path: path, kind: kind)
  }
}
