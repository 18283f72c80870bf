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
    let precision = "\(score.right) of \(score.found)"
    let recall = "\(score.right) of \(score.planted)"
    let readme = try Checkout.text("scenarios/silent-and-slipping/README.md")
    #expect(
      readme.contains("| `\(story)` | \(precision) | \(recall) |"), "\(story): precision \(precision), recall \(recall)"
    )
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

  @Test("are found in portfolios of other seeds as well", .enabled(if: hasPython, "python3 is not installed"))
  func otherSeeds() throws {
    var sums: [String: PlantedTruths.Score] = [:]
    for seed in 1...9 {
      let folder = try TemporaryFolder()
      let script = Checkout.path("scenarios/silent-and-slipping/generate")
      #expect(try Invocation("python3", [script, "--seed", "\(seed)", "--output", folder.path]).run().exitCode == 0)
      try folder.write("ballast.yaml", Checkout.text("scenarios/silent-and-slipping/ballast.yaml"))
      let truths = try PlantedTruths(folder.path)
      for story in PlantedTruths.stories {
        let score = truths.score(story)
        let sum = sums[story] ?? PlantedTruths.Score(planted: 0, found: 0, right: 0)
        sums[story] = PlantedTruths.Score(
          planted: sum.planted + score.planted, found: sum.found + score.found, right: sum.right + score.right)
      }
    }
    for story in PlantedTruths.stories {
      let sum = try #require(sums[story])
      // Each story is found clearly more often than not, and what is found is clearly more often right than not.
      #expect(sum.right * 3 >= sum.planted * 2 && sum.right * 3 >= sum.found * 2, "\(story): \(sum)")
    }
  }
}
