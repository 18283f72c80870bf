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
    let size = Int(status.st_size)
    if let longestLine { try checkLines(descriptor, path, limit: longestLine, size: size) }
    return try contents(descriptor, path, size: size)
  }

  /// In a pass of its own, before memory for the whole file is asked for: an endless line is refused even where
  /// that much memory is not to be had.
  private static func checkLines(_ descriptor: Int32, _ path: String, limit: Int, size: Int) throws {
    guard size > limit else { return }
    var lines = LineLengthGuard(path: path, limit: limit)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: min(chunk, 1 << 20))
    defer { buffer.deallocate() }
    while true {
      let count = SystemCall.read(descriptor, into: buffer)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SystemCall.reading(path, errno) }
      if count == 0 { break }
      try lines.check(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw SystemCall.reading(path, errno) }
  }

  /// One byte more than the size is asked for, so that a file that grows meanwhile is noticed.
  private static func contents(_ descriptor: Int32, _ path: String, size: Int) throws -> [UInt8] {
    return try [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      filled = 0
      while filled <= size {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled..<min(filled + chunk, size + 1)])
        let count = SystemCall.read(descriptor, into: rest)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemCall.reading(path, errno) }
        if count == 0 { return }
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
