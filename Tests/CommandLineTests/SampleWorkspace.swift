import BallastProcess

/// A workspace of two CSMs and five accounts, each part of which a test may replace.
struct SampleWorkspace {
  var accounts = """
    account_id,account_name,tier,region,csm_id,arr,effort_hours
    A1,Amber Mills,gold,EMEA,ann,240000,50
    A2,Birch Foods,gold,EMEA,ann,60000,40
    A3,Cedar Labs,silver,EMEA,ann,75000,30
    A4,Dune Travel,silver,EMEA,ben,90000,25
    A5,Elm Press,silver,AMER,,20000,10

    """
  var csms = """
    csm_id,name,regions,capacity_hours
    ann,Ann,EMEA,100
    ben,Ben,EMEA;AMER,100
    cleo,Cleo,AMER,100

    """
  var policy = """
    version: 1
    horizon: { start: 2027-01-04, periods: 2, period: month }
    eligibility: { region: ban }
    handoffs:
      moments:
        - { id: open-month, event: any, price: 60 }

    """

  func write(to folder: TemporaryFolder, as name: String = "book") throws {
    try folder.write("\(name)/accounts.csv", accounts)
    try folder.write("\(name)/csms.csv", csms)
    try folder.write("\(name)/ballast.yaml", policy)
  }

  /// A new folder with this workspace in `book`.
  func inNewFolder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try write(to: folder)
    return folder
  }
}
