extension PlanDocument {
  /// Hands over the bytes of `encoded()` piece by piece, in order. An encoder holds the whole document a second and a
  /// third time while it works, which for 100,000 accounts is half a gigabyte; a piece is some hundred kilobytes.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    try PlanDocument.lists.forEachPiece(of: self, body)
  }

  /// Every list that grows with the accounts.
  private static var lists: [StreamedList<PlanDocument>] {
    [
      StreamedList("accounts", \.accounts), StreamedList("assignments", \.assignments),
      StreamedList("handoffs", \.handoffs), StreamedList("inheritedBreaches", \.inheritedBreaches),
      StreamedList("closedAccounts", \.closedList), StreamedList("multipliers", \.multipliers),
      StreamedList("books", \.books),
      StreamedList("moves", in: "explanations", \.explanations.moves),
      StreamedList("stays", in: "explanations", \.explanations.stays),
      StreamedList("csms", in: "explanations", \.explanations.csms),
    ]
  }

  private var closedList: [ClosedAccount] {
    get { closedAccounts ?? [] }
    set { closedAccounts = newValue }
  }
}
