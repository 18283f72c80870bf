import Testing

@testable import Digest

@Suite struct SHA256Tests {
  @Test("SHA-256 agrees with the known vectors")
  func digests() {
    let vectors = [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ]
    for (text, digest) in vectors { #expect(SHA256.hexadecimal(of: Array(text.utf8)) == digest) }
  }

  @Test("A digest does not depend on the pieces in which the bytes come")
  func pieces() {
    for length in 50...200 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
      for size in [1, 13, 63, 64, 65, 128] {
        var hash = SHA256()
        for start in stride(from: 0, to: length, by: size) {
          hash.update(Array(bytes[start..<min(start + size, length)]))
        }
        #expect(hash.hexadecimal == SHA256.hexadecimal(of: bytes))
      }
    }
  }
}
