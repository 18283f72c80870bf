import Foundation

/// A moment without work for a thread that waits for others.
enum Pause {
  static func short() { Thread.sleep(forTimeInterval: 0.0005) }
}
