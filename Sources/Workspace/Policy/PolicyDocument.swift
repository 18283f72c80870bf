import Portfolio

/// A policy as read from its file.
struct PolicyDocument {
  var policy = Policy()
  var settings = WorkspaceSettings()
  var references: [PolicyContext.Reference] = []
}
