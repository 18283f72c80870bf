import Compilation
import OptionModel
import Portfolio

extension CompiledPlan {
  /// The same choices in the model of a changed portfolio, where it has them; else what changes nothing.
  func translated(_ selection: Selection, to other: CompiledPlan) -> Selection {
    Selection(
      (0..<other.model.groupCount).map { group in
        let chosen = meaning.options[selection[group]]
        let found = other.model.options(ofGroup: group).first { other.meaning.options[$0] == chosen }
        return Int32(found ?? other.preferredOptions[group])
      })
  }
}
