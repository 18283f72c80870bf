import Foundation

/// A child process. Its output goes to files, not pipes: nothing can block, whatever order it is read in, and no
/// descriptor leaks into children that other tests start meanwhile.
package final class RunningProcess {
  private let identifier: pid_t
  private let invocation: Invocation
  private let scratch: TemporaryFolder

  /// In seconds; the tests themselves time nothing.
  private static let patience = 300.0

  package init(_ invocation: Invocation) throws {
    self.invocation = invocation
    scratch = try TemporaryFolder()
    var spawn = SpawnSetup(invocation)
    spawn.open(1, scratch.file("output"))
    spawn.open(2, scratch.file("errors"))
    identifier = try spawn.start()
  }

  package func send(_ signal: Int32) { kill(identifier, signal) }

  /// Sleeps until `condition` holds or the process has ended.
  package func await(_ condition: () -> Bool) {
    let end = Date(timeIntervalSinceNow: RunningProcess.patience)
    while !condition(), !hasEnded, Date() < end { usleep(5_000) }
  }

  /// Whether there is nothing left but the exit status.
  package var hasEnded: Bool {
    var information = siginfo_t()
    let result = waitid(P_PID, id_t(identifier), &information, WEXITED | WNOHANG | WNOWAIT)
    return result != 0 || information.si_signo != 0
  }

  package func wait() throws -> Outcome {
    self.await { false }
    let isStuck = !hasEnded
    if isStuck { send(SIGKILL) }
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    if isStuck { throw ProcessError.stuck(executable: invocation.executable, arguments: invocation.arguments) }
    let signal = status & 0x7F
    return Outcome(
      exitCode: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      outputBytes: scratch.bytes("output") ?? [], errorBytes: scratch.bytes("errors") ?? [])
  }
}
