import Testing

@testable import Reports

@Suite("A safe file name") struct SafeNameTests {
  @Test("keeps a plain id") func plain() {
    #expect(SafeName.of("ines", prefix: "csm-") == "csm-ines")
    #expect(SafeName.of("a_1-b", prefix: "csm-") == "csm-a_1-b")
  }

  private static let hostile = [
    "", ".", "..", "../../etc/passwd", "a/b", "a-b/", "A-B", "a b", "con", "CON", "nul.txt", "é", "e\u{301}", "山田", "🚀",
    "x\u{0}y", "-rf", "~", "Ines", "INES", "ines ", String(repeating: "a", count: 300),
    String(repeating: "b", count: 300),
    "ines-0123456789abcdef", "a--b", "\u{202E}gnp",
  ]

  @Test("holds nothing that a file system or a shell could take for more than a letter", arguments: hostile)
  func harmless(id: String) {
    let name = SafeName.of(id, prefix: "csm-")
    #expect(name.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789_-".utf8.contains($0) })
    #expect(name.hasPrefix("csm-") && name.utf8.count < 100)
  }

  @Test("differs for ids that differ, on a file system without case or accents as well") func twins() {
    let names = Set(Self.hostile.map { SafeName.of($0, prefix: "csm-").lowercased() })
    #expect(names.count == Self.hostile.count)
  }
}
