/// What structures a Markdown text.
enum MarkdownShape {
  /// Per line, the bytes that structure Markdown and are not escaped.
  static func lines(_ text: some Sequence<UInt8>) -> [[UInt8]] {
    Array(text).split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      var (kept, isEscaped): ([UInt8], Bool) = ([], false)
      for byte in line {
        if !isEscaped, "|`<>[]*_~!".utf8.contains(byte) { kept.append(byte) }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      }
      return kept
    }
  }
}
