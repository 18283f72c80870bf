import Testing

@testable import Benchmarking

@Suite struct BenchmarkFamilyTests {
  @Test("a family is known by its name")
  func names() throws {
    let family = try #require(BenchmarkFamily("2000x40-weeks-tight-contended"))
    let recipe = family.recipe(seed: 7)
    #expect((recipe.accounts, recipe.csms, recipe.seed) == (2000, 40, 7))
    #expect(recipe.periods == .weeks && recipe.isTight && recipe.isContended && !recipe.isClustered)
    let arguments = family.generateArguments(seed: 7, folder: "f")
    #expect(arguments.suffix(2) == ["--contended", "--tight"])
    #expect(BenchmarkFamily.standard.count == 7)
  }

  @Test("other names are refused", arguments: ["", "1000", "1000x", "0x5", "10x10-years", "10x10-", "10x10x10", "-"])
  func refused(name: String) { #expect(BenchmarkFamily(name) == nil) }
}
