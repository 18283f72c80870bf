public import PlanDocument
public import Workspace

extension ScenarioDocument {
  public init(_ facts: ScenarioFacts) {
    self.init(name: facts.name, why: facts.why, files: facts.files, changes: facts.changes)
  }
}
