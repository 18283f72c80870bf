import Ballast
import Reports
import Synchronization

/// Shows on standard error how the search goes: see `ProgressPage`.
final class ProgressPrinter: Sendable {
  private let console: Console
  private let page: Mutex<ProgressPage>

  init(_ console: Console, isQuiet: Bool, isLog: Bool) {
    self.console = console
    let isLive = console.isErrorTerminal && !isQuiet
    page = Mutex(ProgressPage(isLive: isLive, isLog: isLog, width: console.errorWidth))
  }

  func show(_ progress: PlanProgress) {
    page.withLock { page in write(page.text(for: progress.moment, progress.counts)) }
  }

  func clear() {
    page.withLock { page in write(page.end()) }
  }

  private func write(_ text: String) {
    if !text.isEmpty { console.message(text) }
  }
}
