import Portfolio
import Yams

/// Reads the keys of a grid file.
///
/// Keys: `name`, `why`, `workspace`, `as_of`, `work`, `gap_percent`, `seed`, `scenarios`, `axes` and, for chosen
/// combinations instead of all, `cases`.
struct GridFile {
  let context: PolicyContext

  func read(_ root: Node) -> GridDraft? {
    let top = SectionReader(root, path: "", context: context)
    let name = top.required("name", top.value("name", .text))
    let why = top.value("why", .text)
    let workspace = top.required("workspace", top.value("workspace", .text))
    let asOf = top.value("as_of", .date)
    let gap = top.value("gap_percent", PolicyType<DecimalNumber>.decimal("a gap in percent", upTo: 100))
    let seed = top.value("seed", .whole(0...(.max)))
    let common = (top.items("scenarios") ?? []).compactMap(commonFile)
    let work = work(top)
    let axes = axes(top)
    let cases = top.items("cases").map { $0.compactMap { chosen($0.node, $0.path, axes) } }
    top.finish()
    checkCount(root, axes, cases)
    guard let name, let workspace, let work else { return nil }
    return GridDraft(
      name: name, why: why, workspace: beside(workspace), asOf: asOf, workLimit: work,
      gap: gap.map { Double($0.millionths) / 100_000_000 } ?? 0.001, seed: UInt64(seed ?? 1), common: common,
      axes: axes,
      cases: cases)
  }

  /// A limit of time would give other plans on other machines.
  private func work(_ top: SectionReader) -> Int64? {
    let work = top.value("work", .whole(1...(.max)))
    if work == nil, !top.keys.contains(where: { $0.key == "work" }) {
      context.report(
        top.whole, "work", .init("`work` is missing: how long each unit may search.", advice: "Maybe `work: 20000`."))
    }
    return work
  }

  private func commonFile(_ node: Node, _ path: String) -> (file: String, place: ScenarioPlace)? {
    context.value(node, path, .text).map { (beside($0), place(node, path)) }
  }

  private func axes(_ top: SectionReader) -> [GridAxis] {
    let items = top.items("axes") ?? []
    if items.isEmpty {
      context.report(
        top.whole, "axes",
        .init(
          "`axes` is missing: what is varied.",
          advice: "Maybe `axes: [{ name: hard limit, policy: capacity.hard, values: [100, 110] }]`."))
    }
    let axes = items.compactMap { GridAxisReader(file: self).axis($0.node, $0.path) }
    checkTwins(axes, of: \.name) { "Two axes are called `\($0)`." }
    checkTwins(axes, of: \.subject) { "Two axes vary \($0)." }
    return axes
  }

  private func checkTwins(_ axes: [GridAxis], of key: KeyPath<GridAxis, String>, _ message: (String) -> String) {
    var known: Set<String> = []
    for axis in axes where !known.insert(axis[keyPath: key]).inserted {
      let text = message(DisplayText.shown(axis[keyPath: key]))
      report(axis.place, .init(text, advice: "Maybe put the values of both into one list."))
    }
  }

  /// One combination: values by the name of their axis; an axis that is not named stays as it is.
  private func chosen(_ node: Node, _ path: String, _ axes: [GridAxis]) -> [Int?]? {
    let entry = SectionReader(node, path: path, context: context)
    let positions = axes.map { axis in
      entry.node(axis.name).flatMap { position(of: $0, entry.path(of: axis.name), in: axis) }
    }
    entry.finish()
    return positions
  }

  private func position(of node: Node, _ path: String, in axis: GridAxis) -> Int? {
    let label = GridAxisReader.label(node)
    let position = axis.values.firstIndex { $0.label == label }
    if position == nil {
      let known = axis.values.map(\.label)
      let shown = known.prefix(8).map { DisplayText.shown($0, limit: 30) }.joined(separator: ", ")
      let advice = NearestName.advice(label, among: known, else: "Maybe one of \(shown).")
      context.report(node, path, .init("`\(DisplayText.shown(label))` is not a value of this axis.", advice: advice))
    }
    return position
  }

  private func checkCount(_ root: Node, _ axes: [GridAxis], _ cases: [[Int?]]?) {
    if let cases {
      if cases.isEmpty { context.report(root, "cases", .init("`cases` is empty: the sweep has no unit.")) }
      if Set(cases).count < cases.count { context.report(root, "cases", .init("`cases` names a combination twice.")) }
    }
    let count = cases?.count ?? axes.reduce(1) { min($0 * max(1, $1.values.count), SweepGrid.unitLimit + 1) }
    guard count > SweepGrid.unitLimit else { return }
    let advice = "Maybe take fewer values, or name combinations under `cases`."
    context.report(root, "axes", .init("The sweep has more than \(SweepGrid.unitLimit) units.", advice: advice))
  }

  /// Relative to the folder of the grid.
  func beside(_ path: String) -> String {
    let found = ScenarioFiles.normal(ScenarioFiles.beside(context.file, path))
    return found.isEmpty ? "." : found
  }

  func place(_ node: Node, _ path: String) -> ScenarioPlace {
    ScenarioPlace(file: context.file, line: node.mark?.line, path: path)
  }

  func report(_ place: ScenarioPlace, _ text: IssueCollector.Text) {
    context.issues.add(.error, .policy, file: place.file, line: place.line, column: place.path, text)
  }
}
