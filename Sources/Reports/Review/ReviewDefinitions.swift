import PlanDocument
import Portfolio

/// What the figures mean, and what is not known.
struct ReviewDefinitions {
  let context: ReviewContext

  var markup: HTML {
    let totals = context.document.totals
    let all = totals.all.accounts
    let gaps: [(String, Int)] = [
      ("ARR", totals.withARR), ("potential", totals.withPotential), ("health", totals.withHealth),
      ("last touch", totals.withTouch), ("usage trend", totals.withUsage), ("sponsor", totals.withSponsor),
    ]
    let items = gaps.filter { $0.1 < all }.map { name, known -> HTML in
      "<li>\(name) of \(NumberText.plural(all - known, "account", "accounts"))</li>"
    }
    let unknown: HTML = items.isEmpty ? "" : "<h3>Not known, and not guessed</h3>\n<ul>\(items)</ul>\n"
    return HTMLPage.section(
      "meaning", "What the words mean",
      """
      <dl class="pairs">
      <div><dt>Expected to go</dt><dd>ARR × probability of leaving within a year: a class by health, more with falling usage, falling \
      health, a sponsor who is quiet or gone, an open escalation.</dd></div>
      <div><dt>Lifetime value</dt><dd>ARR × the expected years still with us, up to the horizon: 1 + (1 − p) + (1 − p)² + …</dd></div>
      <div><dt>Profit</dt><dd>ARR − 12 × hours a month × cost of an hour.</dd></div>
      <div><dt>Noise</dt><dd>Half the sum of |share of the hours given − share of the hours called for| over all accounts \
      (index of dissimilarity).</dd></div>
      <div><dt>Called for</dt><dd>Hours by tier, changed by posture, health, onboarding, escalation and ARR; with activities also \
      those of renewal and onboarding within the period.</dd></div>
      <div><dt>The middle</dt><dd>ARR between two percentiles of all accounts.</dd></div>
      </dl>
      <p class="quiet">All formulas: the page “Review” of the documentation.</p>

      """ + unknown)
  }
}
