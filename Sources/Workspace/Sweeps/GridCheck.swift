import Portfolio
import Yams

/// Holds a grid against its workspace.
struct GridCheck {
  let draft: GridDraft
  let issues: IssueCollector
  let asOf: CalendarDate?
  let today: CalendarDate
  /// What the readers of the workspace said, each once.
  private(set) var found: [ValidationIssue] = []
  private var known: Set<ValidationIssue> = []

  init(draft: GridDraft, issues: IssueCollector, asOf: CalendarDate?, today: CalendarDate) {
    self.draft = draft
    self.issues = issues
    self.asOf = asOf
    self.today = today
  }

  /// `nil` where the workspace with what every unit has in common cannot be used.
  mutating func grid() throws -> SweepGrid? {
    let files = draft.common.map { texts(of: .file($0.file), $0.place) }
    let common = files.compactMap { $0 }.flatMap { $0 }
    guard !files.contains(nil) else { return nil }
    let sources = common.map { ScenarioSource.text($0) }
    let base = try WorkspaceReader(directory: draft.workspace, sources: sources).read(asOf: asOf, today: today)
    note(base.issues.filter { $0.severity == .error })
    guard let portfolio = base.portfolio else { return nil }
    var axes: [SweepAxis] = []
    for axis in draft.axes {
      axes.append(SweepAxis(name: axis.name, values: try axis.values.map { try value($0, over: sources, base) }))
    }
    return SweepGrid(
      name: draft.name, why: draft.why, workspace: draft.workspace, inputs: base.digests,
      currency: portfolio.policy.currency, asOf: portfolio.asOf, workLimit: draft.workLimit, gap: draft.gap,
      seed: draft.seed, common: common, axes: axes, cases: draft.cases)
  }

  private mutating func value(
    _ value: GridAxis.Value, over common: [ScenarioSource], _ base: LoadedWorkspace
  ) throws -> SweepValue {
    switch value.effect {
    case .nothing: return SweepValue(label: value.label, effect: .scenarios([]))
    case .seed(let seed): return SweepValue(label: value.label, effect: .seed(seed))
    case .source(let source):
      guard let texts = texts(of: source, value.place) else {
        return SweepValue(label: value.label, effect: .scenarios([]))
      }
      try check(value, source, texts, over: common, base)
      return SweepValue(label: value.label, effect: .scenarios(texts))
    }
  }

  /// A value that the grid or a scenario states wrongly is an error; data that only become unusable by it are a result of
  /// its units.
  private mutating func check(
    _ value: GridAxis.Value, _ source: ScenarioSource, _ texts: [ScenarioText], over common: [ScenarioSource],
    _ base: LoadedWorkspace
  ) throws {
    let laid = try WorkspaceReader(directory: draft.workspace, sources: common + [source])
      .read(asOf: base.portfolio?.asOf, today: today)
    let errors = laid.issues.filter { $0.severity == .error }
    let stated = Set(texts.map(\.file) + [value.place.file])
    note(errors.filter { stated.contains($0.file) })
    guard let first = errors.first, !errors.contains(where: { stated.contains($0.file) }) else { return }
    issues.add(
      .warning, .policy, file: value.place.file, line: value.place.line, column: value.place.path,
      .init(
        "With this value alone the data cannot be used, and such units will say so: \(first.message)",
        value: value.label))
  }

  /// The texts of a source, with those it lies on; `nil` after an error.
  private func texts(of source: ScenarioSource, _ place: ScenarioPlace) -> [ScenarioText]? {
    if case .node(let node, let file) = source { return [ScenarioText(file: file, text: FlowText.of(node))] }
    guard case .file(let path) = source else { return [] }
    let before = issues.errorCount
    do {
      let files = try ScenarioFiles(path, directory: draft.workspace, issues: issues)
      return issues.errorCount == before ? files.texts : nil
    } catch let error as WorkspaceError {
      let text = IssueCollector.Text(error.description, advice: "Maybe the path is another one, seen from the grid.")
      issues.add(.error, .policy, file: place.file, line: place.line, column: place.path, text)
    } catch {
      issues.add(.error, .policy, file: place.file, line: place.line, .init("The scenario cannot be read."))
    }
    return nil
  }

  private mutating func note(_ issues: [ValidationIssue]) {
    for issue in issues where known.insert(issue).inserted { found.append(issue) }
  }
}
