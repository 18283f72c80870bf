/// What became of a program.
package struct Outcome: Sendable {
  /// `nil` when a signal ended it.
  package let exitCode: Int32?
  package let signal: Int32?
  package let outputBytes: [UInt8]
  package let errorBytes: [UInt8]

  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
}
