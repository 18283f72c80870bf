extension PlanDocument {
  /// Hands over the bytes of `encoded()` piece by piece, in order. An encoder holds the whole document a second and a
  /// third time while it works, which for 100,000 accounts is half a gigabyte; a piece is some hundred kilobytes.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
    let lists = PlanDocument.lists.filter { $0.count(self) > 0 }
    var frame = self
    for list in lists { list.clear(&frame) }
    var rest = Array(try frame.encoded())[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let line = rest[...end]
      rest = rest[(end + 1)...]
      try body(Array(line))
      guard let list = lists.first(where: { $0.opening == Array(line) }) else { continue }
      try list.forEachPiece(of: self, body)
      // In place of the blank line of a list without elements.
      rest = rest.dropFirst()
    }
    try body(Array(rest))
  }

  /// Every list that grows with the accounts.
  private static var lists: [StreamedList] {
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
