import Portfolio
import Yams

/// What a grid file says, before it is held against the workspace.
struct GridDraft {
  var name: String
  var why: String?
  var workspace: String
  var asOf: CalendarDate?
  var workLimit: Int64
  var gap: Double
  var seed: UInt64
  /// Scenarios under every unit, with where the grid names them.
  var common: [(file: String, place: ScenarioPlace)]
  var axes: [GridAxis]
  var cases: [[Int?]]?
}

/// One axis of a grid.
struct GridAxis {
  struct Value {
    enum Effect {
      case nothing
      case source(ScenarioSource)
      case seed(UInt64)
    }

    var label: String
    var effect: Effect
    var place: ScenarioPlace
  }

  var name: String
  /// What it varies, for messages: two axes of one subject would overwrite each other.
  var subject: String
  var place: ScenarioPlace
  var values: [Value]
}
