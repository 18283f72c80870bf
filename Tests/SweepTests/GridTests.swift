import BallastProcess
import Portfolio
import Sweeps
import Testing
import Workspace

/// What a grid asks for, and what is wrong with one.
@Suite struct GridTests {
  @Test("A full product has every combination once, the last axis turning fastest")
  func product() throws {
    let grid = try SweepWorkspace().grid()
    #expect(grid.axes.map { $0.values.map(\.label) } == [["none", "ann"], ["0.8", "1", "1.2"], ["2", "4"]])
    #expect(grid.count == 12)
    let all = (0..<grid.count).map(grid.choices)
    #expect(Set(all).count == 12)
    #expect(all.prefix(4) == [[0, 0, 0], [0, 0, 1], [0, 1, 0], [0, 1, 1]])
    #expect(all[6] == [1, 0, 0])
    #expect(all[11] == [1, 2, 1])
  }

  @Test("Units hold all that their results depend on, and a seed from their index")
  func units() throws {
    let units = try SweepWorkspace().sweep().units
    #expect(units.map(\.index) == Array(0..<12))
    #expect(units.map(\.seed) == (1...12).map(UInt64.init))
    #expect(units[3].choices.map(\.value) == ["none", "1", "4"])
    #expect(units[3].scenarios.count == 2)
    #expect(units[9].scenarios.count == 3)
    #expect(units[0].asOf.description == "2027-01-04")
    #expect(units[0].inputs.keys.sorted() == ["accounts.csv", "ballast.yaml", "csms.csv"])
    #expect(units.allSatisfy { $0.workLimit == 2000 && $0.gap == 0 && $0.count == 12 })
  }

  @Test("Chosen cases are taken as they stand; an axis that is not named stays as it is")
  func cases() throws {
    let cases = "cases:\n  - { who leaves: ann, most accounts: 4 }\n  - { gold effort: 1.2 }\n  - {}\n"
    let grid = try SweepWorkspace(grid: SweepWorkspace.head + SweepWorkspace.axes + cases).grid()
    #expect((0..<grid.count).map(grid.choices) == [[1, nil, 1], [nil, 2, nil], [nil, nil, nil]])
  }

  @Test("An axis of seeds sets the seeds; several people leave together")
  func seeds() throws {
    let axes = """
      axes:
        - { name: seed, seeds: { from: 5, to: 7, step: 1 } }
        - { name: leave, leave: [ann, [ann, ben]], from: 2027-01-10, until: 2027-02-10 }

      """
    let units = try SweepWorkspace(grid: SweepWorkspace.head + axes).sweep().units
    #expect(units.map(\.seed) == [5, 5, 6, 6, 7, 7])
    #expect(units[1].choices.map(\.value) == ["5", "ann + ben"])
  }

  @Test("Scenario files are part of the units, with those they lie on, under every unit or as an axis")
  func scenarios() throws {
    let axes = "scenarios: [under.yaml]\naxes:\n  - { name: what if, scenarios: [none, top.yaml] }\n"
    let workspace = try SweepWorkspace(grid: SweepWorkspace.head + axes)
    try workspace.folder.write("sweeps/under.yaml", "name: Under\npolicy: { books.max_accounts: 4 }\n")
    try workspace.folder.write("sweeps/middle.yaml", "name: Middle\npolicy: { books.max_accounts: 3 }\n")
    try workspace.folder.write("sweeps/top.yaml", "name: Top\nbase: middle.yaml\npolicy: { capacity.hard: 120 }\n")
    let units = try workspace.sweep().units
    #expect(
      units.map { $0.scenarios.map { $0.text.prefix(9) } } == [["name: Und"], ["name: Und", "name: Mid", "name: Top"]])
  }

  @Test("Whatever is wrong in a grid is said at once, each with its line and advice")
  func mistakes() throws {
    let axes = """
      axes:
        - { name: a, policy: books.max_acounts, values: [2, 4] }
        - { name: b, remove: [none, anna], on: 2027-02-15 }
        - { name: c, grow: effort_hours, where: { tier: golden }, factors: [1.5] }
        - { name: c, grow: effort_hour, where: { tier: gold }, factors: [1.5] }
        - { name: d, scenarios: [nowhere.yaml] }
        - { name: e, values: [1] }
        - { name: f, policy: capacity.hard, values: { from: 90, to: 80, step: 5 } }
        - { name: g, policy: capacity.hard, values: [90, 90] }
        - { name: h, seeds: [1], policy: capacity.tail }
      colour: blue

      """
    let loaded = try SweepWorkspace(grid: SweepWorkspace.head + axes).loaded()
    #expect(loaded.grid == nil)
    #expect(loaded.exitCode == 78)
    let errors = loaded.issues.filter { $0.severity == .error }
    for (line, text) in [
      (6, "is not a key"), (7, "No CSM matches"), (8, "No account matches"), (9, "cannot grow"),
      (9, "Two axes are called `c`"), (10, "does not exist"), (11, "does not say what varies"), (12, "must rise"),
      (13, "in the list twice"), (13, "Two axes vary capacity.hard"), (14, "varies several things"),
      (15, "is not a key"),
    ] {
      let found = errors.filter { $0.line == line && $0.message.contains(text) }
      #expect(!found.isEmpty, "line \(line): \(text)")
      #expect(found.allSatisfy { $0.advice != nil || text == "must rise" || text == "in the list twice" }, "\(found)")
    }
    #expect(errors.contains { $0.advice == "Did you mean `max_accounts`?" })
    #expect(errors.contains { $0.advice == "Maybe `ann` was meant." })
    #expect(errors.allSatisfy { $0.line != nil })
  }

  @Test("Two axes may say who leaves, but not of the same people")
  func departures() throws {
    let axes = "axes:\n  - { name: a, remove: [none, ann] }\n  - { name: b, remove: [none, ben] }\n"
    let grid = try SweepWorkspace(grid: SweepWorkspace.head + axes).grid()
    #expect(grid.count == 4)
    let twice = try SweepWorkspace(grid: SweepWorkspace.head + axes.replacing("ben", with: "ann")).loaded()
    #expect(twice.issues.contains { $0.line == 7 && $0.message.hasPrefix("Two axes vary who leaves") })
  }

  @Test("Without a budget of work, a workspace or axes there is no sweep")
  func missing() throws {
    let messages = try SweepWorkspace(grid: "name: X\n").loaded().issues.map(\.message)
    for key in ["workspace", "work", "axes"] { #expect(messages.contains { $0.hasPrefix("`\(key)` is missing") }) }
    #expect(try SweepWorkspace(grid: "").loaded().issues.map(\.message) == ["The grid is empty."])
  }

  @Test("A grid of more units than anybody wants is refused before it is built")
  func tooMany() throws {
    let axes = (1...4).map { "  - { name: x\($0), policy: a\($0), values: { from: 1, to: 99, step: 1 } }\n" }.joined()
    let messages = try SweepWorkspace(grid: SweepWorkspace.head + "axes:\n" + axes).loaded().issues.map(\.message)
    #expect(messages.contains("The sweep has more than 100000 units."))
  }

  @Test("A case must name values of the axes")
  func wrongCase() throws {
    let cases = "cases:\n  - { who leaves: an }\n  - { who: ann }\n"
    let issues = try SweepWorkspace(grid: SweepWorkspace.head + SweepWorkspace.axes + cases).loaded().issues
    #expect(issues.contains { $0.line == 10 && $0.advice == "Maybe `ann` was meant." })
    #expect(issues.contains { $0.line == 11 && $0.message.contains("is not a key") })
  }
}
