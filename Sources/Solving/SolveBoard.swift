import OptionModel
import Synchronization

/// The best selection and bounds of a running solve, shared between the solver and the backend's thread, and the
/// throttle in front of the progress callback.
final class SolveBoard: Sendable {
  struct Content: Sendable {
    var selection: Selection?
    var objective: Int64?
    var bound: Int64?
    var certifiedBound: Int64?
    var phase = SolveProgress.Phase.construction
    var reportedAt = -1.0
    var isClosed = false
  }

  private static let secondsBetweenReports = 0.3

  private let content = Mutex(Content())
  private let model: OptionModel
  private let started = ContinuousClock.now
  private let progress: (@Sendable (SolveProgress) -> Void)?

  init(model: OptionModel, progress: (@Sendable (SolveProgress) -> Void)?) {
    self.model = model
    self.progress = progress
  }

  var current: Content { content.withLock { $0 } }

  /// Ends the solve: news that a thread left behind may still bring is dropped, and no more progress is reported.
  func close() -> Content {
    content.withLock { content in
      content.isClosed = true
      return content
    }
  }

  func enter(_ phase: SolveProgress.Phase) {
    content.withLock { $0.phase = phase }
    report()
  }

  /// Keeps a selection that is better and, checked anew in exact integers, feasible; tells whether it was kept.
  @discardableResult
  func offer(_ selection: Selection) -> Bool {
    guard model.violations(of: selection).isEmpty else { return false }
    let objective = model.objective(of: selection)
    let isBetter = content.withLock { content in
      guard !content.isClosed, objective < content.objective ?? .max else { return false }
      content.selection = selection
      content.objective = objective
      return true
    }
    if isBetter { report() }
    return isBetter
  }

  func raise(bound: Int64) {
    content.withLock { $0.bound = max(bound, $0.bound ?? bound) }
    report()
  }

  func raise(certifiedBound: Int64) {
    content.withLock { $0.certifiedBound = max(certifiedBound, $0.certifiedBound ?? certifiedBound) }
    raise(bound: certifiedBound)
  }

  private func report() {
    guard let progress else { return }
    let seconds = (ContinuousClock.now - started) / .seconds(1)
    let news: SolveProgress? = content.withLock { content in
      guard !content.isClosed,
        seconds - content.reportedAt >= Self.secondsBetweenReports || content.reportedAt < 0
      else {
        return nil
      }
      content.reportedAt = seconds
      return SolveProgress(
        seconds: seconds, phase: content.phase, objective: content.objective, bound: content.bound,
        certifiedBound: content.certifiedBound)
    }
    if let news { progress(news) }
  }
}
