/// Which groups have their chosen option at which site, for picking one at random; groups without a site come last.
struct SiteMembers {
  /// Of site `s`, in `slots[firsts[s] ..< firsts[s] + counts[s]]`; every group that could be there has room.
  private let slots: UnsafeMutablePointer<Int32>
  private let firsts: UnsafeMutablePointer<Int32>
  private let counts: UnsafeMutablePointer<Int32>
  private let places: UnsafeMutablePointer<Int32>
  private let siteCount: Int

  init(_ model: AnnealingModel, storage: FlatStorage) {
    siteCount = model.resourceCount + 1
    let room = Self.rooms(model, siteCount: siteCount)
    firsts = storage.copy(room.reduce(into: [Int32(0)]) { $0.append($0[$0.count - 1] + $1) })
    slots = storage.make(Int(room.reduce(0, +)), repeating: 0)
    counts = storage.make(siteCount, repeating: 0)
    places = storage.make(model.groupCount, repeating: 0)
  }

  /// How many groups have an option at each site.
  private static func rooms(_ model: AnnealingModel, siteCount: Int) -> [Int32] {
    var room = [Int32](repeating: 0, count: siteCount)
    var seen = [Int32](repeating: -1, count: siteCount)
    for group in 0..<model.groupCount {
      for option in model.options(of: group) {
        let site = model.options[option].site
        let index = site < 0 ? siteCount - 1 : Int(site)
        if seen[index] != Int32(group) {
          seen[index] = Int32(group)
          room[index] += 1
        }
      }
    }
    return room
  }

  @inline(__always)
  private func index(_ site: Int32) -> Int { site < 0 ? siteCount - 1 : Int(site) }

  func removeAll() { for site in 0..<siteCount { counts[site] = 0 } }

  @inline(__always)
  func count(at site: Int32) -> Int { Int(counts[index(site)]) }

  @inline(__always)
  func group(_ place: Int, at site: Int32) -> Int { Int(slots[Int(firsts[index(site)]) + place]) }

  @inline(__always)
  func insert(_ group: Int, at site: Int32) {
    let index = index(site)
    places[group] = counts[index]
    slots[Int(firsts[index]) + Int(counts[index])] = Int32(group)
    counts[index] += 1
  }

  @inline(__always)
  func remove(_ group: Int, from site: Int32) {
    let index = index(site)
    counts[index] -= 1
    let last = slots[Int(firsts[index]) + Int(counts[index])]
    slots[Int(firsts[index]) + Int(places[group])] = last
    places[Int(last)] = places[group]
  }
}
