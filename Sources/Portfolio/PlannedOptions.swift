/// What the options of a model mean, in 8 bytes each: the CSM, and one of the few combinations of kind, period, moment
/// and days that occur. A model has millions of options.
public struct PlannedOptions: Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
  private var csms: [Int32] = []
  private var terms: [Int32] = []
  /// The combinations, with no CSM.
  private var distinctTerms: [PlannedOption] = []
  private var numbers: [PlannedOption: Int32] = [:]

  public init() {}

  public init(arrayLiteral elements: PlannedOption...) { append(contentsOf: elements) }

  public var startIndex: Int { 0 }
  public var endIndex: Int { csms.count }

  public subscript(index: Int) -> PlannedOption {
    var option = distinctTerms[Int(terms[index])]
    option.csm = csms[index]
    return option
  }

  public mutating func append(_ option: PlannedOption) {
    csms.append(option.csm)
    terms.append(number(of: option))
  }

  public mutating func append(contentsOf options: some Sequence<PlannedOption>) {
    for option in options { append(option) }
  }

  public mutating func removeLast() {
    csms.removeLast()
    terms.removeLast()
  }

  private mutating func number(of option: PlannedOption) -> Int32 {
    var term = option
    term.csm = PlannedOption.none
    // The options of a group differ mostly in their CSM.
    if let last = terms.last, distinctTerms[Int(last)] == term { return last }
    if let known = numbers[term] { return known }
    let number = Int32(distinctTerms.count)
    distinctTerms.append(term)
    numbers[term] = number
    return number
  }
}

extension PlannedOptions: Equatable {
  public static func == (left: PlannedOptions, right: PlannedOptions) -> Bool { left.elementsEqual(right) }
}
