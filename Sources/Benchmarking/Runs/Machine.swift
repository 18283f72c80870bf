import Foundation

/// What is measured on.
package enum Machine {
  /// This program, so that it can start itself.
  package static var thisProgram: String {
    let link = "/proc/self/exe"
    if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: link) { return path }
    return Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  /// One line: day, processors, system, and how busy the machine was. A name of the machine is left out.
  package static var description: String {
    let info = ProcessInfo.processInfo
    let day = ISO8601DateFormatter().string(from: Date()).prefix(10)
    return "\(day), \(info.activeProcessorCount) x \(processor), \(info.operatingSystemVersionString), \(load)"
  }

  private static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "processor"
  }

  private static var load: String {
    var averages = [Double](repeating: 0, count: 3)
    guard getloadavg(&averages, 3) == 3 else { return "load unknown" }
    return "load \(DecimalText.fixed(averages[0], digits: 1)) at the end"
  }
}
