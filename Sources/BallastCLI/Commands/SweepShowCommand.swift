import ArgumentParser
import Sweeps
import Workspace

struct SweepShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Writes a unit as scenario files, and says how to plan it with all reports.")

  @Argument(help: "The units, as `sweep expand` wrote them.")
  var sweep = PathArgument(path: SweepFolder.sweepName)

  @Option(help: "The unit, from 0.")
  var index: Int

  @Option(help: "Folder for the scenarios.")
  var output: PathArgument

  @Option(help: "The workspace, where it is not where the sweep says.")
  var data: PathArgument?

  func run() throws {
    let console = Console()
    let (unit, scenarios) = try SweepReporting(console: console).reporting {
      let unit = try SweepFile(path: sweep.path).unit(index)
      let scenarios = UnitScenarios(unit)
      try OutputFiles.createFolder(output.path)
      let files = scenarios.files.map { (path: "\(output.path)/\($0.name)", bytes: Array($0.text.utf8)) }
      try OutputFiles.write(files, inputs: data?.path ?? unit.workspace)
      return (unit, scenarios)
    }
    try console.output("\(DisplayText.shown(unit.title, limit: 300))\n")
    for file in scenarios.files { try console.output("\(output.path)/\(file.name)\n") }
    try console.output(scenarios.command(folder: output.path, data: data?.path) + "\n")
  }
}
