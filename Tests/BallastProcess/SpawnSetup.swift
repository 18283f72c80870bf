import Foundation

/// The arguments of `posix_spawn`, which differ between Linux and macOS by an optional.
struct SpawnSetup {
  private let invocation: Invocation
  private let closedPipe: Int32?
  #if os(Linux)
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
  #else
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
  #endif

  init(_ invocation: Invocation) {
    self.invocation = invocation
    closedPipe = invocation.output == .closedPipe ? SpawnSetup.pipeWithoutReader() : nil
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    restoreSignals()
  }

  mutating func open(_ descriptor: Int32, _ path: String) {
    if descriptor == 1, let closedPipe {
      posix_spawn_file_actions_adddup2(&actions, closedPipe, 1)
    } else {
      posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }
  }

  mutating func start() throws -> pid_t {
    defer { dispose() }
    let command = invocation.command
    let arguments = SpawnSetup.strings(command)
    let environment = SpawnSetup.strings(invocation.mergedEnvironment.map { "\($0.key)=\($0.value)" })
    defer { (arguments + environment).forEach { free($0) } }
    var identifier: pid_t = 0
    let code = posix_spawnp(&identifier, command[0], &actions, &attributes, arguments, environment)
    guard code == 0 else { throw ProcessError.notStarted(executable: invocation.executable, code: code) }
    return identifier
  }

  /// A test runner may ignore or block signals; its children must not inherit that.
  private mutating func restoreSignals() {
    posix_spawnattr_init(&attributes)
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigdelset(&all, SIGKILL)
    sigdelset(&all, SIGSTOP)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
  }

  private mutating func dispose() {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    if let closedPipe { close(closedPipe) }
  }

  private static func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

  private static func pipeWithoutReader() -> Int32 {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    close(ends[0])
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    return ends[1]
  }
}
