public struct ExportPolicy: Sendable, Hashable {
  /// Headers of `crm-load-*.csv`.
  public var idField = "Id"
  public var csmField = "CSM__c"
  public init() {}
}
