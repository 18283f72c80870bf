import Portfolio
import Testing
import Workspace

/// A small workspace in memory whose files a test changes one by one.
struct Sample {
  var accounts = """
    account_id,account_name,csm_id,tier,region,arr,renewal_date
    A1,Alder,C1,Strategic,EMEA,120000,2026-05-01
    A2,Birch,C2,Small,AMER,4000,2026-06-30
    A3,Cedar,,Small,EMEA,,

    """
  var csms = """
    csm_id,name,email,regions
    C1,Dana Example,dana@example.org,EMEA
    C2,Robin Sample,robin@example.org,AMER;EMEA

    """
  var policy: String?

  static let today = CalendarDate(dayNumber: 20_000)

  func read(asOf: CalendarDate? = nil) throws -> LoadedWorkspace {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", accounts)
    folder.write("csms.csv", csms)
    if let policy { folder.write("ballast.yaml", policy) }
    return try WorkspaceReader(directory: folder.path).read(asOf: asOf, today: Sample.today)
  }

  static func read(accounts: [UInt8]) throws -> LoadedWorkspace {
    let folder = TemporaryFolder()
    folder.write("accounts.csv", accounts)
    folder.write("csms.csv", Sample().csms)
    return try WorkspaceReader(directory: folder.path).read(asOf: nil, today: today)
  }

  /// `accounts.csv` with one more column that holds these values.
  static func column(_ name: String, _ values: [String], policy: String? = nil) -> Sample {
    var sample = Sample()
    let rows = values.enumerated().map { "A\($0.offset),C1,Small,EMEA,\"\($0.element)\"\n" }
    sample.accounts = "account_id,csm_id,tier,region,\(name)\n" + rows.joined()
    sample.policy = policy
    return sample
  }
}

extension LoadedWorkspace {
  var errors: [ValidationIssue] { issues.filter { $0.severity == .error } }

  func error(_ message: String) -> ValidationIssue? { errors.first { $0.message.contains(message) } }

  /// Everything a person would see.
  var allText: String {
    issues.map {
      [$0.file, $0.column, $0.value, $0.message, $0.advice].compactMap { $0 }.joined(separator: " ")
    }
    .joined(separator: "\n")
  }
}
