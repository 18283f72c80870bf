import Reports
import Scenarios
import Synchronization

/// A line for every plan of a study of resilience, on standard error.
final class ResilienceProgress: Sendable {
  private struct Counts {
    var done = 0
    var all = 0
  }

  private let console: Console
  private let isQuiet: Bool
  private let counts = Mutex(Counts())

  init(console: Console, isQuiet: Bool) {
    self.console = console
    self.isQuiet = isQuiet
  }

  func show(_ event: ResilienceStudy.Event) {
    let text = counts.withLock { counts in ResilienceProgress.text(event, &counts) }
    if !isQuiet { console.message(text + "\n") }
  }

  private static func text(_ event: ResilienceStudy.Event, _ counts: inout Counts) -> String {
    switch event {
    case .planned(let facts): return "With everybody: \(ResilienceText.line(facts))"
    case .begins(let part, let count, let all):
      counts = Counts(done: 0, all: count)
      return "\(title(part)): \(count)\(count < all ? " of \(all)" : "") plans"
    case .departed(let departure):
      counts.done += 1
      return "\(counts.done)/\(counts.all) \(ResilienceText.line(departure))"
    case .tried(let remedy):
      counts.done += 1
      return "\(counts.done)/\(counts.all) \(ResilienceText.line(remedy))"
    }
  }

  private static func title(_ part: ResiliencePart) -> String {
    switch part {
    case .people: "Resignations"
    case .pairs: "Pairs within teams"
    case .remedies: "Trainings and hires"
    }
  }
}
