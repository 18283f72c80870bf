import BallastProcess
import Foundation
import Testing

/// What the review finds of the stories planted in `scenarios/silent-and-slipping`: as its README says.
@Suite("Planted stories") struct PlantedStoryTests {
  private static let folder = Checkout.path("scenarios/silent-and-slipping")
  private static let truths = Result { try PlantedTruths(folder) }
  private static let hasPython = SystemProgram.isInstalled("python3")

  @Test("are found as often as the README says", arguments: PlantedTruths.stories)
  func found(story: String) throws {
    let score = try Self.truths.get().score(story)
    try expect("| `\(story)` | \(score.precision) | \(score.recall) |", score)
  }

  private func expect(_ row: String, _ score: PlantedTruths.Score) throws {
    let isWritten = try Checkout.text("scenarios/silent-and-slipping/README.md").contains(row)
    #expect(isWritten, "The README has not the row \(row): \(score)")
  }

  @Test("are what the script writes", .enabled(if: hasPython, "python3 is not installed"))
  func written() throws {
    let folder = try TemporaryFolder()
    let script = Checkout.path("scenarios/silent-and-slipping/generate")
    #expect(try Invocation("python3", [script, "--output", folder.path]).run().exitCode == 0)
    for name in ["accounts.csv", "csms.csv", "activity.csv", "truths.csv"] {
      #expect(try folder.text(name) == Checkout.text("scenarios/silent-and-slipping/\(name)"), "\(name)")
    }
  }

  @Test(
    "are found as often in portfolios of other seeds as the README says", .enabled(if: hasPython, "no python3"),
    arguments: zip([2...9, 101...105], ["seeds 2 to 9", "seeds 101 to 105"]))
  func otherSeeds(seeds: ClosedRange<Int>, name: String) throws {
    var sums: [String: PlantedTruths.Score] = [:]
    for seed in seeds {
      let folder = try TemporaryFolder()
      let script = Checkout.path("scenarios/silent-and-slipping/generate")
      #expect(try Invocation("python3", [script, "--seed", "\(seed)", "--output", folder.path]).run().exitCode == 0)
      try folder.write("ballast.yaml", Checkout.text("scenarios/silent-and-slipping/ballast.yaml"))
      let truths = try PlantedTruths(folder.path)
      for story in PlantedTruths.stories { sums[story, default: .init()].add(truths.score(story)) }
    }
    for story in PlantedTruths.stories {
      let sum = try #require(sums[story])
      try expect("| `\(story)`, \(name) | \(sum.precision) | \(sum.recall) |", sum)
    }
  }
}
