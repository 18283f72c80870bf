import Testing

@Suite struct SourceStyleTests {
  static let files = Repository.swiftFiles(under: "Sources")

  @Test("no file is longer than 400 lines", arguments: files)
  func length(path: String) throws {
    let count = try SourceFile(path: path).lines.count
    #expect(count <= 400, "\(path) has \(count) lines. Maybe split it by concern: Type+Concern.swift.")
  }

  @Test("nothing traps on purpose", arguments: ["try!", "as!", "fatalError("])
  func traps(word: String) throws {
    let places = try Self.files.flatMap { try SourceFile(path: $0).places(of: word) }
    #expect(places.isEmpty, "\(word) in \(places). Maybe throw, or make the state impossible.")
  }
}
