#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The key of the pseudonyms: a file of 64 hexadecimal digits that only its owner may read.
public enum MaskKeyFile {
  private static let byteCount = 32

  /// Reads the key; makes one first where there is no file.
  ///
  /// - Throws: `WorkspaceError`; a file that holds something else is never overwritten.
  public static func pseudonyms(at path: String) throws -> Pseudonyms {
    do {
      return Pseudonyms(key: try read(path))
    } catch WorkspaceError.missing {
      try create(path)
      return Pseudonyms(key: try read(path))
    }
  }

  private static func read(_ path: String) throws -> [UInt8] {
    let bytes = try CappedFile.bytes(at: path, limit: 4_096)
    let digits = bytes.filter { $0 != 0x0A && $0 != 0x0D }.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 2 * byteCount, bytes.count <= 2 * byteCount + 2 else {
      throw WorkspaceError.notRegular(path: path, kind: "no key (64 hexadecimal digits)")
    }
    return (0..<byteCount).map { UInt8(digits[2 * $0] * 16 + digits[2 * $0 + 1]) }
  }

  /// Complete under another name first; where somebody else was faster, theirs is the key.
  private static func create(_ path: String) throws {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemCall.creating(path, errno) }
    defer { unlink(temporary) }
    let key = (0..<byteCount).map { _ in UInt8.random(in: 0 ... .max) }
    let digits = key.map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0\(text)" : text
    }
    let text = Array(digits.joined().utf8) + [0x0A]
    let count = text.withUnsafeBytes { SystemCall.write(descriptor, $0) }
    let isWritten = count == text.count && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    guard isWritten else { throw SystemCall.writing(path, code) }
    guard link(temporary, path) == 0 || errno == EEXIST else { throw SystemCall.creating(path, errno) }
  }
}
