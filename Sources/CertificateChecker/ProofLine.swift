/// What stands on a line of a proof after its keyword: numbers, and terms such as `r12=-500` or `x7`.
struct ProofLine {
  struct Term {
    /// `r` a resource, `g` a group, `c` a cut, `s` a split, `x` an option, `i` an interval of resource `index`.
    let kind: Character
    let index: Int
    /// 1 where none is given.
    let value: Exact
  }

  var numbers: [Exact] = []
  var terms: [Term] = []

  /// Takes the line at hand and goes to the next.
  init(_ lines: LineReader) throws(Refusal) {
    for word in lines.words.dropFirst() {
      guard let kind = word.first, 97...122 ~= kind else {
        numbers.append(try lines.number(word))
        continue
      }
      let parts = word.dropFirst().split(separator: 61, maxSplits: 1, omittingEmptySubsequences: false)
      guard let index = Int(exactly: try lines.number(parts[0]).value) else {
        throw lines.refusal("a number is too large")
      }
      let value = parts.count > 1 ? try lines.number(parts[1]) : Exact(1)
      terms.append(Term(kind: Character(UnicodeScalar(kind)), index: index, value: value))
    }
    try lines.advance()
  }

  func all(_ kind: Character) -> [Term] { terms.filter { $0.kind == kind } }

  /// Every term is of one of these kinds, and names what there is.
  func require(_ counts: [Character: Int]) throws(Refusal) {
    for term in terms {
      guard let count = counts[term.kind], 0..<count ~= term.index else {
        throw Refusal("There is no \(term.kind)\(term.index) in this place.")
      }
    }
  }
}

/// An inequality: the sum of the coefficients of the options chosen and of the filled intervals is at most `right`.
struct Row {
  var options: [Int: Exact] = [:]
  var intervals: [Int: Exact] = [:]
  var right = Exact.zero

  mutating func add(_ row: Row, times factor: Exact) throws(Refusal) {
    for (option, coefficient) in row.options { try add(option: option, factor * coefficient) }
    for (interval, coefficient) in row.intervals { try add(interval: interval, factor * coefficient) }
    try right += factor * row.right
  }

  mutating func add(option: Int, _ coefficient: Exact) throws(Refusal) {
    options[option] = try (options[option] ?? .zero) + coefficient
  }

  mutating func add(interval: Int, _ coefficient: Exact) throws(Refusal) {
    intervals[interval] = try (intervals[interval] ?? .zero) + coefficient
  }

  /// Applies a change to every coefficient.
  mutating func replace(
    options change: (Exact) throws(Refusal) -> Exact, intervals changeInterval: (Exact) throws(Refusal) -> Exact
  ) throws(Refusal) {
    for (option, coefficient) in options { options[option] = try change(coefficient) }
    for (interval, coefficient) in intervals { intervals[interval] = try changeInterval(coefficient) }
  }
}

/// At most `threshold` of the options are chosen, or at least one more.
struct Split {
  let threshold: Exact
  let options: [Int]
  /// How many groups the options belong to.
  let groupCount: Int

  func row(isAbove: Bool) throws(Refusal) -> Row {
    let sign = Exact(isAbove ? -1 : 1)
    return Row(
      options: Dictionary(options.map { ($0, sign) }, uniquingKeysWith: { first, _ in first }),
      right: isAbove ? try Exact(-1) - threshold : threshold)
  }

  /// No option can be chosen; or every group must choose one of these.
  func leavesNoChoice(isAbove: Bool) -> Bool {
    isAbove ? threshold.value + 1 == Int128(groupCount) : threshold == .zero
  }
}
