import Portfolio
import Yams

/// Fills a policy from its YAML tree, section by section; keys that are not given keep their defaults.
struct PolicyReader {
  let context: PolicyContext

  func read(_ root: Node) -> PolicyDocument {
    let top = SectionReader(root, path: "", context: context)
    var document = PolicyDocument()
    _ = top.value("version", .whole(1...1))
    top.read("currency", PolicyReader.currency, into: &document.policy.currency)
    readSettings(top, &document.settings)
    readVocabulary(top, &document)
    readHorizon(top.section("horizon"), &document)
    readEffort(top.section("effort"), &document)
    readCapacity(top.section("capacity"), &document.policy.capacity)
    readEligibility(top.section("eligibility"), &document.policy.eligibility)
    readBooks(top.section("books"), &document.policy.books)
    readBalance(top.section("balance"), &document.policy.balance)
    readContinuity(top.section("continuity"), &document.policy.continuity)
    readHandoffs(top.section("handoffs"), &document.policy.handoffs)
    readLocks(top, &document.policy.locks)
    readFamilies(top.section("families"), &document.policy.families)
    readCoverage(top.section("coverage"), &document.policy.coverage)
    readPriorities(top, &document.policy.priorities)
    readExport(top.section("export"), &document.policy.export)
    readReview(top.section("review"), &document.policy.review)
    top.finish()
    document.references = context.references
    return document
  }

  static let currency = PolicyType<String>(expected: "a currency code of three capital letters") {
    CurrencyMark.isCode($0.text) ? $0.text : nil
  }

  /// Problems of order: a limit that is below the one before it would make the price not convex.
  func requireAscending<Value: Comparable>(_ section: SectionReader, _ values: [(key: String, value: Value)]) {
    for (lower, upper) in zip(values, values.dropFirst()) where upper.value < lower.value {
      let message = "`\(section.path(of: upper.key))` must not be less than `\(section.path(of: lower.key))`."
      let node = section.keys.first { $0.key == upper.key } ?? section.keys.first { $0.key == lower.key }
      context.report(
        node?.node, section.path(of: upper.key),
        .init(message, advice: "Maybe the two are swapped, or only one of them was changed."))
    }
  }
}
