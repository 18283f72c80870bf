import Digest

/// Stable stand-ins for people and customers: the first 48 bits of HMAC-SHA-256 (RFC 2104) of what is replaced.
///
/// The same key gives the same pseudonyms, today and next quarter. Without the key nobody can tell whom one stands for,
/// not even by trying all names. Of 100,000 accounts two share one with a probability of 2 in 100,000.
public struct Pseudonyms: Sendable {
  /// The name under which plans list the key among their inputs.
  public static let inputName = "mask.key"

  /// SHA-256 of the key, by which a plan says with which one it was masked.
  public let digest: String
  private let code: HMAC
  private static let digits = 12

  /// - Parameter key: random bytes; at least 32, as `MaskKeyFile` makes them.
  public init(key: [UInt8]) {
    code = HMAC(key: key)
    digest = SHA256.hexadecimal(of: key)
  }

  /// Of a key that nobody keeps: what is masked with it can never be linked to anything.
  public static var ofOneRun: Pseudonyms { Pseudonyms(key: (0..<32).map { _ in .random(in: 0 ... .max) }) }

  /// CSMs, managers, and whoever else works for the company.
  package func person(_ id: String) -> String { pseudonym("person", id) }
  package func account(_ id: String) -> String { pseudonym("account", id) }
  package func text(_ text: String) -> String { pseudonym("text", text) }

  private func pseudonym(_ kind: String, _ id: String) -> String {
    "\(kind)-\(code.hexadecimal(of: Array("\(kind)\n\(id)".utf8)).prefix(Pseudonyms.digits))"
  }
}
