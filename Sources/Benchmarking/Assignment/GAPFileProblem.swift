/// Why a file is not an instance of the generalised assignment problem, with the place.
package struct GAPFileProblem: Error, Hashable, CustomStringConvertible {
  package let path: String
  package let line: Int
  package let message: String

  package var description: String { "\(path): line \(line): \(message)" }
}
