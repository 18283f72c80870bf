import Digest
import Testing

/// The examples of RFC 4231.
@Suite struct HMACTests {
  @Test func `The examples of the standard come out`() {
    let short = HMAC(key: Array("Jefe".utf8)).hexadecimal(of: Array("what do ya want for nothing?".utf8))
    #expect(short == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    let key = [UInt8](repeating: 0xAA, count: 131)
    let long = HMAC(key: key).hexadecimal(of: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8))
    #expect(long == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
  }
}
