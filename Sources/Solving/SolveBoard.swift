import OptionModel
import Synchronization

/// The best selection and bounds of a running solve, shared between the solver and the backend's threads, their
/// history, and the way to the progress callback.
///
/// Every improvement is reported, in order and by one thread at a time, every change of phase, and twice a second
/// where the solve stands. An improvement costs its check against the model, so what is said about it is free.
final class SolveBoard: Sendable {
  struct Content: Sendable {
    var selection: Selection?
    var objective: Int64?
    var bound: Int64?
    var certifiedBound: Int64?
    var phase = SolveProgress.Phase.construction
    var isClosed = false
  }

  private struct State: Sendable {
    var content = Content()
    var history = SolveHistory()
    /// Not yet handed to the callback.
    var news: [SolveProgress] = []
  }

  private static let secondsBetweenBeats = 0.5

  let tally: SolveTally
  private let state = Mutex(State())
  private let delivery = Mutex(())
  private let heartbeat = Mutex<Heartbeat?>(nil)
  private let model: OptionModel
  private let started = ContinuousClock.now
  private let improved: (@Sendable (Selection) -> Void)?
  private let progress: (@Sendable (SolveProgress) -> Void)?

  init(
    model: OptionModel, improved: (@Sendable (Selection) -> Void)? = nil,
    progress: (@Sendable (SolveProgress) -> Void)?, tally: SolveTally = SolveTally()
  ) {
    self.model = model
    self.improved = improved
    self.progress = progress
    self.tally = tally
    guard progress != nil else { return }
    let beat = Heartbeat(seconds: Self.secondsBetweenBeats) { [weak self] in self?.beat() }
    heartbeat.withLock { $0 = beat }
  }

  deinit { stopHeartbeat() }

  var current: Content { state.withLock { $0.content } }

  /// Ends the solve: news that a thread left behind may still bring is dropped, and no more progress is reported but
  /// the last word.
  func close() -> Content {
    stopHeartbeat()
    return state.withLock { state in
      state.content.isClosed = true
      return state.content
    }
  }

  /// The last word, after `close()`: reports and records the values the solve ends with. Returns its history, at
  /// most some hundred moments.
  func finish(objective: Int64?, bound: Int64?) -> [SolveProgress] {
    let history = state.withLock { state in
      (state.content.objective, state.content.bound, state.content.phase) = (objective, bound, .finished)
      publish(&state, isImprovement: true)
      return state.history
    }
    deliver()
    return history.thinned(to: 120)
  }

  func enter(_ phase: SolveProgress.Phase) {
    state.withLock { state in
      guard !state.content.isClosed else { return }
      state.content.phase = phase
      publish(&state, isImprovement: false)
    }
    deliver()
  }

  /// Keeps a selection that is better and, checked anew in exact integers, feasible; tells whether it was kept.
  @discardableResult
  func offer(_ selection: Selection) -> Bool {
    guard model.violations(of: selection).isEmpty else { return false }
    let objective = model.objective(of: selection)
    let isKept = improve { content in
      guard objective < content.objective ?? .max else { return false }
      content.selection = selection
      content.objective = objective
      return true
    }
    if isKept { improved?(selection) }
    return isKept
  }

  /// A bound that somebody claims.
  func raise(bound: Int64) { improve { $0.raise(\.bound, to: bound) } }

  /// A bound that was recomputed in exact integers, whatever the form of its proof.
  func raise(certifiedBound: Int64) {
    improve { content in
      let isNew = content.raise(\.certifiedBound, to: certifiedBound)
      return content.raise(\.bound, to: certifiedBound) || isNew
    }
  }

  /// Carries out a change of the content and, where `change` says that it is one, spreads it.
  @discardableResult
  private func improve(_ change: (inout Content) -> Bool) -> Bool {
    let isBetter = state.withLock { state in
      guard !state.content.isClosed, change(&state.content) else { return false }
      publish(&state, isImprovement: true)
      return true
    }
    if isBetter { deliver() }
    return isBetter
  }

  private func beat() {
    state.withLock { state in
      if !state.content.isClosed { publish(&state, isImprovement: false) }
    }
    deliver()
  }

  /// The time is taken under the lock, so that it never runs backwards from one report to the next.
  private func publish(_ state: inout State, isImprovement: Bool) {
    let content = state.content
    let moment = SolveProgress(
      seconds: (ContinuousClock.now - started) / .seconds(1), phase: content.phase, objective: content.objective,
      bound: content.bound, certifiedBound: content.certifiedBound, counts: tally.counts)
    if isImprovement { state.history.record(moment) }
    if progress != nil { state.news.append(moment) }
  }

  /// Whoever comes second finds the news told or tells what is left: none is lost, none comes out of order.
  private func deliver() {
    guard let progress else { return }
    delivery.withLock { _ in
      let news = state.withLock { state in
        defer { state.news.removeAll() }
        return state.news
      }
      for moment in news { progress(moment) }
    }
  }

  private func stopHeartbeat() {
    heartbeat.withLock { heartbeat in
      heartbeat?.stop()
      heartbeat = nil
    }
  }
}

extension SolveBoard.Content {
  /// Tells whether the bound rose.
  fileprivate mutating func raise(_ kind: WritableKeyPath<Self, Int64?>, to bound: Int64) -> Bool {
    guard bound > self[keyPath: kind] ?? .min else { return false }
    self[keyPath: kind] = bound
    return true
  }
}
