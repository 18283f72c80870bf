#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an error number of the operating system means here.
enum SystemCall {
  static func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }

  static func reading(_ path: String, _ code: Int32) -> WorkspaceError {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EIO: .inputOutput(path: path, reason: reason(code))
    default: .notReadable(path: path, reason: reason(code))
    }
  }

  /// A read-only file system counts as "cannot create": no permission of the user would help.
  static func creating(_ path: String, _ code: Int32) -> WorkspaceError {
    switch code {
    case EACCES, EPERM: .noPermission(path: path, reason: reason(code))
    case EEXIST: .alreadyExists(path: path)
    case ENOSPC, EDQUOT, EIO, EFBIG: .inputOutput(path: path, reason: reason(code))
    default: .cannotCreate(path: path, reason: reason(code))
    }
  }

  static func writing(_ path: String, _ code: Int32) -> WorkspaceError {
    .inputOutput(path: path, reason: reason(code))
  }

  /// The bare calls, here because the types that need them have methods of the same names.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    unqualifiedRead(descriptor, buffer.baseAddress, buffer.count)
  }

  static func write(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unqualifiedWrite(descriptor, bytes.baseAddress, bytes.count)
  }
}

private func unqualifiedRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, target, count)
}

private func unqualifiedWrite(_ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, source, count)
}
