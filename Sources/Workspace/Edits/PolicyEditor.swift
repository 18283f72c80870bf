/// Changes single lines of a policy as a person would: whatever it does not recognise it leaves as it is, so that the
/// result has to be read again and compared.
struct PolicyEditor {
  private(set) var lines: [String]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  var text: String { lines.joined(separator: "\n") }

  // MARK: - Numbers

  /// Sets the number at a path of keys, each on a line of its own.
  mutating func set(_ path: [String], to value: Int64) {
    var line = 0
    for (depth, key) in path.enumerated() {
      guard let found = lines.indices[line...].first(where: { PolicyEditor.key(of: lines[$0]) == key }) else { return }
      line = found + (depth + 1 < path.count ? 1 : 0)
    }
    guard let colon = lines[line].firstIndex(of: ":") else { return }
    let comment = lines[line].firstIndex(of: "#").map { " " + lines[line][$0...] } ?? ""
    lines[line] = lines[line][...colon] + " \(value)" + comment
  }

  private static func key(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return line[..<colon].drop { $0 == " " || $0 == "-" }.description
  }

  private static func indent(of line: String) -> Int { line.prefix { $0 == " " }.count }

  // MARK: - Lists of pairs

  /// Removes the pair from a list, written as `- { account: A, csm: K }`, in lines of its own, or between brackets.
  mutating func removePair(from list: String, account: String, csm: String) {
    guard let first = lines.indices.first(where: { names(lines[$0], list) }) else { return }
    let end = lines.indices[(first + 1)...].first { isOver(lines[$0], PolicyEditor.indent(of: lines[first])) }
    let span = first..<(end ?? lines.count)
    if lines[first].contains("[") { return removeInline(span, account, csm) }
    removeItem(span, account, csm)
  }

  private func names(_ line: String, _ list: String) -> Bool {
    PolicyEditor.key(of: line) == list || line.contains(" \(list):")
  }

  private func isOver(_ line: String, _ indent: Int) -> Bool {
    let content = line.drop { $0 == " " }
    guard let first = content.first, first != "#" else { return false }
    return PolicyEditor.indent(of: line) < indent || (PolicyEditor.indent(of: line) == indent && first != "-")
  }

  private mutating func removeItem(_ span: Range<Int>, _ account: String, _ csm: String) {
    let starts = span.dropFirst().filter { lines[$0].drop { $0 == " " }.first == "-" }
    for start in starts {
      let indent = PolicyEditor.indent(of: lines[start])
      let end =
        lines[(start + 1)..<span.upperBound].firstIndex { PolicyEditor.indent(of: $0) <= indent } ?? span.upperBound
      let words = PolicyEditor.words(lines[start..<end].joined(separator: "\n"))
      guard PolicyEditor.value("account", words) == account, PolicyEditor.value("csm", words) == csm else { continue }
      lines.removeSubrange(start..<end)
      if starts.count == 1 { lines[span.lowerBound] += " []" }
      return
    }
  }

  private mutating func removeInline(_ span: Range<Int>, _ account: String, _ csm: String) {
    for index in span {
      var rest = lines[index].startIndex
      while let close = lines[index][rest...].firstIndex(of: "}") {
        guard let open = lines[index][rest..<close].lastIndex(of: "{") else { break }
        let words = PolicyEditor.words(String(lines[index][open...close]))
        if PolicyEditor.value("account", words) == account, PolicyEditor.value("csm", words) == csm {
          return remove(open...close, inLine: index)
        }
        rest = lines[index].index(after: close)
      }
    }
  }

  /// With one of the commas beside it.
  private mutating func remove(_ item: ClosedRange<String.Index>, inLine index: Int) {
    let line = lines[index]
    var before = line[..<item.lowerBound]
    var after = line[line.index(after: item.upperBound)...]
    let following = after.drop { $0 == " " }
    if following.first == "," {
      after = following.dropFirst().drop { $0 == " " }
    } else if let last = before.lastIndex(where: { $0 != " " }), before[last] == "," {
      before = before[..<last]
    }
    lines[index] = String(before + after)
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { " ,{}\n\"'".contains($0) }
  }

  private static func value(_ key: String, _ words: [Substring]) -> String? {
    guard let index = words.firstIndex(of: "\(key):"), index + 1 < words.count else { return nil }
    return String(words[index + 1])
  }
}
