import Foundation
import Workspace

/// A unit as files of scenarios, each lying on the one before, so that `ballast plan` makes its plan with all reports.
public struct UnitScenarios: Sendable {
  /// The one underneath first; none where the unit changes nothing.
  public let files: [(name: String, text: String)]
  private let unit: SweepUnit

  public init(_ unit: SweepUnit) {
    self.unit = unit
    var files: [(name: String, text: String)] = []
    for scenario in unit.scenarios {
      guard let text = scenario.lying(on: files.last?.name) else { continue }
      files.append(("scenario-\(files.count + 1).yaml", text))
    }
    self.files = files
  }

  /// - Parameters:
  ///   - folder: where the files lie.
  ///   - data: the workspace, where it is not where the unit says.
  public func command(folder: String, data: String?) -> String {
    let scenario = files.last.map { " --scenario \(ShellWord.quoted("\(folder)/\($0.name)"))" } ?? ""
    return """
      ballast plan \(ShellWord.quoted(data ?? unit.workspace))\(scenario) --as-of \(unit.asOf) \
      --work-limit \(unit.workLimit) --gap \(unit.gap) --seed \(unit.seed) --output \(ShellWord.quoted("\(folder)/plan"))
      """
  }
}

/// Text as a shell takes it.
enum ShellWord {
  static func quoted(_ text: String) -> String {
    text.wholeMatch(of: /[A-Za-z0-9_.\/-]+/) == nil ? "'" + text.replacing("'", with: "'\\''") + "'" : text
  }
}
