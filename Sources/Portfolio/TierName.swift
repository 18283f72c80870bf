public enum TierName {
  /// Lower case without spaces, hyphens and underscores.
  public static func folded(_ tier: String) -> String {
    String(tier.lowercased().filter { !" -_".contains($0) })
  }
}
