/// Too little data: what there is, and how much is missing.
package struct CalibrationRefusal: Error, Hashable {
  package var reasons: [String]
}
