/// SHA-256 (FIPS 180-4), for naming files and models.
package struct SHA256: Sendable {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  /// What does not fill a block of 64 yet.
  private var rest: [UInt8] = []
  private var total = 0

  package init() {}

  /// The digest in lower-case hexadecimal.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hexadecimal
  }

  /// Takes in the bytes that come next.
  package mutating func update(_ bytes: [UInt8]) {
    total += bytes.count
    let gap = rest.isEmpty ? 0 : min(64 - rest.count, bytes.count)
    rest += bytes[..<gap]
    if rest.count == 64 {
      rest.withUnsafeBufferPointer { absorb($0[...]) }
      rest = []
    }
    let whole = gap + (bytes.count - gap) / 64 * 64
    bytes.withUnsafeBufferPointer { absorb($0[gap..<whole]) }
    rest += bytes[whole...]
  }

  /// The digest of everything so far, in lower-case hexadecimal.
  package var hexadecimal: String {
    var hash = self
    hash.padded.withUnsafeBufferPointer { hash.absorb($0[...]) }
    return hash.state.map(SHA256.hexadecimal).joined()
  }

  /// The same in bytes.
  package var bytes: [UInt8] {
    var hash = self
    hash.padded.withUnsafeBufferPointer { hash.absorb($0[...]) }
    return hash.state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - 8 * $0)) } }
  }

  private var padded: [UInt8] {
    var bytes = rest + [0x80]
    bytes += [UInt8](repeating: 0, count: (120 - bytes.count % 64) % 64)
    let bits = UInt64(total) * 8
    return bytes + (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
  }

  private static func hexadecimal(_ word: UInt32) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// `bytes` holds whole blocks of 64.
  private mutating func absorb(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var schedule = [UInt32](repeating: 0, count: 64)
    var block = bytes.startIndex
    while block < bytes.endIndex {
      for word in 0..<16 {
        let at = block + word * 4
        schedule[word] =
          UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
          | UInt32(bytes[at + 3])
      }
      SHA256.extend(&schedule)
      compress(schedule)
      block += 64
    }
  }

  private static func extend(_ schedule: inout [UInt32]) {
    for word in 16..<64 {
      let (far, near) = (schedule[word - 15], schedule[word - 2])
      let first = rotate(far, 7) ^ rotate(far, 18) ^ (far >> 3)
      let second = rotate(near, 17) ^ rotate(near, 19) ^ (near >> 10)
      schedule[word] = schedule[word - 16] &+ first &+ schedule[word - 7] &+ second
    }
  }

  private mutating func compress(_ schedule: [UInt32]) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let upper = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
      let first = h &+ upper &+ ((e & f) ^ (~e & g)) &+ SHA256.constants[round] &+ schedule[round]
      let lower = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
      let second = lower &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e) = (g, f, e, d &+ first)
      (d, c, b, a) = (c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
