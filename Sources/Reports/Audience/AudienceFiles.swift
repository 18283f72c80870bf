import PlanDocument

/// The files of one audience, below `audience/` in the output folder: the reports, the handoffs with their packs, and a
/// calendar. Neither `plan.json` nor the files for the CRM: they hold everything.
public struct AudienceFiles: Sendable {
  public let files: [PlanFiles.File]

  public init(_ reducer: AudienceReducer, for audience: Audience) {
    let document = reducer.plan(for: audience)
    files = PlanFiles.reports(document, for: audience, folder: audience.folder)
  }
}
