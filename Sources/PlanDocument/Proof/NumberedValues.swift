/// Numbers with values; what is not there is zero, or as before. The file holds them as one list: number, value, number, value.
public struct NumberedValues: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public var number: Int32
    public var value: Int64

    public init(_ number: Int32, _ value: Int64) {
      self.number = number
      self.value = value
    }
  }

  public var entries: [Entry]

  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// By position, what differs from earlier values, or from zero.
  public init(positions values: [Int64], changedFrom earlier: [Int64]? = nil) {
    entries = values.indices.lazy.filter { values[$0] != earlier?[$0] ?? 0 }.map { Entry(Int32($0), values[$0]) }
  }

  /// Earlier values, by position, with these in their places; `nil` when a number is given twice or is no position.
  public func positions(changedFrom earlier: [Int64]) -> [Int64]? {
    var values = earlier
    var last = -1
    for entry in entries {
      let position = Int(entry.number)
      guard position > last, position < values.count else { return nil }
      values[position] = entry.value
      last = position
    }
    return values
  }
}

extension NumberedValues: Decodable {
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    entries = []
    entries.reserveCapacity((list.count ?? 0) / 2)
    while !list.isAtEnd {
      let number = try list.decode(Int32.self)
      entries.append(Entry(number, try list.decode(Int64.self)))
    }
  }
}
