public enum TierName {
  /// Lower case without spaces, hyphens and underscores.
  public static func folded(_ tier: String) -> String {
    var tier = tier
    return tier.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return foldedByCharacter(String(decoding: bytes, as: UTF8.self)) }
      // By bytes, because tiers are looked up for every account and every rule.
      return String(unsafeUninitializedCapacity: bytes.count) { buffer in
        var count = 0
        for byte in bytes where !separators.contains(byte) {
          buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    }
  }

  private static let separators: [UInt8] = [0x20, 0x2D, 0x5F]

  private static func foldedByCharacter(_ tier: String) -> String {
    String(tier.lowercased().filter { !" -_".contains($0) })
  }
}
