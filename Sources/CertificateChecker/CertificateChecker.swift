package import Foundation

/// Checks a certificate against the integer model that it is about: that the selection keeps all limits, costs what is
/// claimed, and that nothing feasible costs less than the bound. It shares no code with the rest of Ballast, and the
/// formats are documented, so that anybody can write another one.
package struct CertificateChecker {
  /// SHA-256 of the model file.
  package private(set) var modelDigest = ""
  /// SHA-256 by name of the files that the plan was made from.
  package private(set) var inputs: [String: String] = [:]
  /// By group: the place of the option chosen among its own.
  package private(set) var choices: [Int] = []
  /// In micropoints.
  package private(set) var objective = Exact(0)
  package private(set) var bound = Exact(0)
  /// What the proof shows; `bound` has to be the same.
  package private(set) var shownBound = Exact(0)

  /// - Throws: `Refusal` for everything that is not as it should be.
  package init(certificate: FileHandle, model modelFile: FileHandle) throws(Refusal) {
    let lines = LineReader(certificate)
    try readHead(lines)
    let modelLines = LineReader(modelFile)
    let model = try IntegerModel(modelLines)
    guard modelLines.digest == modelDigest else {
      throw Refusal("The model file is not the one that the certificate names.")
    }
    let cost = try cost(in: model)
    guard cost == objective else { throw Refusal("The selection costs \(cost.value), not \(objective.value).") }
    shownBound = try ProofChecker.bound(of: model, lines)
    try lines.expect("end", count: 2)
    guard try lines.text(1) == lines.digestBefore else {
      throw lines.refusal("the lines before are not as they were written")
    }
    try lines.finish()
    // A bound above a feasible objective would be a contradiction.
    guard shownBound <= objective else { throw Refusal("The proof contradicts the selection.") }
  }

  /// - Throws: `Refusal` where another bound is claimed than is shown.
  package func requireBound() throws(Refusal) {
    guard bound == shownBound else {
      throw Refusal("The proof shows the bound \(shownBound.value), not \(bound.value).")
    }
  }

  private mutating func readHead(_ lines: LineReader) throws(Refusal) {
    try lines.advance()
    try lines.expect("ballast.certificate", count: 2)
    guard try lines.text(1) == "1" else { throw lines.refusal("the version is not 1") }
    try lines.advance()
    while lines.keyword == "input" {
      try lines.expect("input", count: 3)
      inputs[try lines.text(1)] = try lines.text(2)
      try lines.advance()
    }
    try lines.expect("model", count: 2)
    modelDigest = try lines.text(1)
    try lines.advance()
    for (keyword, place) in [("objective", \CertificateChecker.objective), ("bound", \.bound)] {
      try lines.expect(keyword, count: 2)
      self[keyPath: place] = try lines.numbers()[0]
      try lines.advance()
    }
    try lines.expect("choose")
    for number in try lines.numbers() { choices.append(Int(clamping: number.value)) }
    try lines.advance()
  }

  /// Option costs and prices of the loads, which must keep the limits.
  private func cost(in model: IntegerModel) throws(Refusal) -> Exact {
    guard choices.count == model.groupCount else { throw Refusal("Not one option is chosen in each group.") }
    var (sum, loads) = (model.constant, [Exact](repeating: .zero, count: model.resources.count))
    for (group, choice) in choices.enumerated() {
      guard 0..<(model.groupStarts[group + 1] - model.groupStarts[group]) ~= choice else {
        throw Refusal("Group \(group) has no option \(choice).")
      }
      let option = model.groupStarts[group] + choice
      try sum += model.costs[option]
      for use in model.uses(of: option) { try loads[Int(model.usedResources[use])] += Exact(model.usedAmounts[use]) }
    }
    for (index, (resource, load)) in zip(model.resources, loads).enumerated() {
      guard load >= resource.lower ?? load, load <= resource.upper ?? load else {
        throw Refusal("The load of resource \(index) breaks its limit.")
      }
      try sum += resource.price(at: load)
    }
    return sum
  }
}
