/// A hash that is the same in every run, unlike the library's: FNV-1a over whole words (G. Fowler, L. C. Noll,
/// K.-P. Vo and D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm", IETF draft, 2012).
package struct StableHash {
  package private(set) var value = Int(bitPattern: 0xcbf2_9ce4_8422_2325)

  package init() {}

  package mutating func add(_ number: Int) { value = (value ^ number) &* 0x100_0000_01b3 }
}
