/// Follows the bytes of a file as they arrive and refuses a line that is too long, so that a file of one endless
/// line costs no more memory than the limit.
struct LineLengthGuard {
  let path: String
  let limit: Int
  private var length = 0
  private var line = 1

  init(path: String, limit: Int) {
    self.path = path
    self.limit = limit
  }

  mutating func check(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var start = bytes.startIndex
    for index in bytes.indices where bytes[index] == 0x0A || bytes[index] == 0x0D {
      try extend(by: index - start)
      length = 0
      if bytes[index] == 0x0A { line += 1 }
      start = index + 1
    }
    try extend(by: bytes.endIndex - start)
  }

  private mutating func extend(by count: Int) throws {
    length += count
    if length > limit { throw WorkspaceError.lineTooLong(path: path, line: line, limit: limit) }
  }
}
