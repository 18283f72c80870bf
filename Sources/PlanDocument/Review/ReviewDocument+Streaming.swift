extension ReviewDocument {
  /// Hands over the bytes of `review.json` piece by piece, in order.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try ReviewDocument.lists.forEachPiece(of: self, body)
  }

  private static var lists: [StreamedList<ReviewDocument>] {
    [StreamedList("findings", \.findings), StreamedList("accounts", \.accounts)]
  }
}
