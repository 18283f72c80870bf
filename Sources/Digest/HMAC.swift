/// HMAC-SHA-256 (RFC 2104): what only the holder of the key can compute.
package struct HMAC: Sendable {
  private let inner: SHA256
  private let outer: SHA256
  private static let block = 64

  package init(key: [UInt8]) {
    var padded = key
    if key.count > HMAC.block {
      var hash = SHA256()
      hash.update(key)
      padded = hash.bytes
    }
    padded += [UInt8](repeating: 0, count: HMAC.block - padded.count)
    var (inner, outer) = (SHA256(), SHA256())
    inner.update(padded.map { $0 ^ 0x36 })
    outer.update(padded.map { $0 ^ 0x5c })
    (self.inner, self.outer) = (inner, outer)
  }

  /// The code of a message in lower-case hexadecimal.
  package func hexadecimal(of message: [UInt8]) -> String {
    var (inner, outer) = (inner, outer)
    inner.update(message)
    outer.update(inner.bytes)
    return outer.hexadecimal
  }
}
