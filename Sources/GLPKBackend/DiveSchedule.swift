/// When a worker leaves its tree for a dive: at its first node, then ever more rarely.
struct DiveSchedule {
  private var next = 0
  private var interval = 8

  private(set) var isDue = true

  mutating func note(nodes: Int) {
    next = nodes + interval
    interval = min(200, interval * 2)
    isDue = false
  }

  mutating func advance(nodes: Int) { isDue = nodes >= next }
}
