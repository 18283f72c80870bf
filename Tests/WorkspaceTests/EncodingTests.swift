import Portfolio
import Testing

@testable import Workspace

@Suite struct EncodingTests {
  private let text = Sample().accounts.replacing("Alder", with: "Älder 漢字 🙂")

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test("F16: UTF-8 with and without a byte order mark and UTF-16 of both orders give the same portfolio")
  func kinds() throws {
    let plain = try Sample.read(accounts: Array(text.utf8))
    #expect(plain.portfolio?.accounts[0].name == "Älder 漢字 🙂")
    for bytes in [
      [0xEF, 0xBB, 0xBF] + Array(text.utf8), utf16(text, bigEndian: false), utf16(text, bigEndian: true),
    ] {
      #expect(try Sample.read(accounts: bytes).portfolio == plain.portfolio)
    }
  }

  @Test("F16: Windows-1252 is refused with its name and line")
  func windows() throws {
    let bytes = Array(Sample().accounts.replacing("Birch", with: "B~rch").utf8).map { $0 == 0x7E ? 0xFC : $0 }
    let workspace = try Sample.read(accounts: bytes)
    #expect(workspace.portfolio == nil)
    #expect(workspace.errors.map(\.line) == [3])
    #expect(workspace.errors[0].message.contains("Windows-1252"))
    #expect(workspace.exitCode == 65)
  }

  @Test(
    "F16: invalid UTF-8 is refused, never replaced",
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x28, 0xA1], [0x80],
      [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) throws {
    let workspace = try Sample.read(
      accounts: Array("account_id,csm_id,tier,region,x\nA,C1,t,r,".utf8) + bytes + [0x0A])
    #expect(workspace.portfolio == nil)
    #expect(workspace.errors.first?.line == 2)
  }

  @Test("F16: zero bytes and UTF-16 without a mark are refused and told apart")
  func zeros() throws {
    let zero = try Sample.read(accounts: Array(Sample().accounts.replacing("Birch", with: "B\0rch").utf8))
    #expect(zero.errors.first?.message.contains("zero byte") == true)
    let bare = try Sample.read(accounts: Array(utf16(Sample().accounts, bigEndian: false).dropFirst(2)))
    #expect(bare.errors.first?.message.contains("UTF-16 without") == true)
  }

  @Test("F16: damaged UTF-16 is refused")
  func damaged() throws {
    #expect(try Sample.read(accounts: utf16(text, bigEndian: true).dropLast()).portfolio == nil)
    #expect(try Sample.read(accounts: [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]).portfolio == nil)
  }

  @Test("F16: the check of UTF-8 agrees with the standard library on random bytes")
  func agreement() {
    var random = SplitMix(seed: 16)
    for _ in 0..<20_000 {
      let length = Int(random.next() % 6)
      let bytes = (0..<length).map { _ in
        UInt8([0x00, 0x41, 0x80, 0xA0, 0xBF, 0xC2, 0xE0, 0xE1, 0xED, 0xF0, 0xF4][Int(random.next() % 11)])
      }
      let expected = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      #expect((CSVEncoding.firstInvalid(bytes) == nil) == expected)
    }
  }
}

/// A seeded generator, so that a failure can be repeated (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number
/// Generators").
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
