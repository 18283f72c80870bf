extension WorkspaceTemplate {
  /// An account of the template; days count from the start of the plan.
  struct Row {
    var id: String
    var name: String
    var csm: String
    var tier: String
    var region: String
    var arr: Int
    var health: Int
    var renewal: Int?
    var since: Int
    var domain = ""
    var language = "en"
    var parent = ""
    var effort = ""
    var lifecycle = "mature"
    var escalation = "no"
    var lock = ""
  }

  /// Mara's book is the largest by far; two accounts have lost their CSM.
  static let rows: [Row] = [
    .init(
      id: "A01", name: "Alderwerk", csm: "mara", tier: "Strategic", region: "EMEA", arr: 420_000, health: 82,
      renewal: 40, since: -700, domain: "manufacturing", language: "de", effort: "24"),
    .init(
      id: "A02", name: "Alderwerk Logistik", csm: "mara", tier: "Enterprise", region: "EMEA", arr: 150_000,
      health: 76, renewal: 200, since: -700, domain: "manufacturing", language: "de", parent: "A01"),
    .init(
      id: "A03", name: "Brightmoor Foods", csm: "mara", tier: "Enterprise", region: "EMEA", arr: 180_000,
      health: 55, renewal: 75, since: -400, domain: "retail"),
    .init(
      id: "A04", name: "Calder & Finch", csm: "mara", tier: "Enterprise", region: "EMEA", arr: 135_000,
      health: 88, renewal: 20, since: -500, domain: "retail", effort: "10.5"),
    .init(
      id: "A05", name: "Dunmere Optics", csm: "mara", tier: "Enterprise", region: "EMEA", arr: 160_000,
      health: 71, renewal: 310, since: -260, domain: "manufacturing", language: "de"),
    .init(
      id: "A06", name: "Eastholm Rail", csm: "mara", tier: "Strategic", region: "EMEA", arr: 510_000,
      health: 64, renewal: 150, since: -900, domain: "manufacturing", escalation: "yes"),
    .init(
      id: "A07", name: "Fennick Toys", csm: "mara", tier: "Mid-Market", region: "EMEA", arr: 48_000,
      health: 79, renewal: 15, since: -300, domain: "retail"),
    .init(
      id: "A08", name: "Gallowhill Press", csm: "mara", tier: "Mid-Market", region: "EMEA", arr: 36_000,
      health: 68, renewal: 120, since: -320),
    .init(
      id: "A09", name: "Harrowgate Tools", csm: "mara", tier: "Mid-Market", region: "EMEA", arr: 52_000,
      health: 90, renewal: 33, since: -640, domain: "manufacturing"),
    .init(
      id: "A10", name: "Inverleith Paper", csm: "mara", tier: "Small", region: "EMEA", arr: 9_000, health: 73,
      renewal: 60, since: -200),
    .init(
      id: "A11", name: "Juniper Lane", csm: "ines", tier: "Enterprise", region: "EMEA", arr: 140_000,
      health: 80, renewal: 28, since: -450, domain: "retail", language: "es"),
    .init(
      id: "A12", name: "Kestrel Clinics", csm: "ines", tier: "Enterprise", region: "AMER", arr: 170_000,
      health: 58, renewal: 95, since: -380, domain: "healthcare", language: "es"),
    .init(
      id: "A13", name: "Lowmead Stores", csm: "ines", tier: "Mid-Market", region: "EMEA", arr: 44_000,
      health: 85, renewal: 180, since: -250, domain: "retail"),
    .init(
      id: "A14", name: "Marrow Street", csm: "ines", tier: "Mid-Market", region: "AMER", arr: 39_000,
      health: 77, renewal: 50, since: -610),
    .init(
      id: "A15", name: "Nettlefold Care", csm: "ines", tier: "Small", region: "AMER", arr: 12_000, health: 66,
      renewal: 240, since: -150, domain: "healthcare"),
    .init(
      id: "A16", name: "Oakhaven Health", csm: "jonah", tier: "Strategic", region: "AMER", arr: 380_000,
      health: 86, renewal: 130, since: -820, domain: "healthcare"),
    .init(
      id: "A17", name: "Pinecrest Labs", csm: "jonah", tier: "Enterprise", region: "AMER", arr: 125_000,
      health: 74, renewal: 10, since: -330, domain: "healthcare"),
    .init(
      id: "A18", name: "Quarry Bay Steel", csm: "jonah", tier: "Enterprise", region: "AMER", arr: 145_000,
      health: 69, renewal: 260, since: -90, domain: "manufacturing", lock: "New sponsor asked for stability"),
    .init(
      id: "A19", name: "Redfern Supply", csm: "jonah", tier: "Mid-Market", region: "AMER", arr: 41_000,
      health: 81, renewal: 70, since: -540),
    .init(
      id: "A20", name: "Saltmarsh Energy", csm: "jonah", tier: "Small", region: "AMER", arr: 8_000,
      health: 62, renewal: 22, since: -210),
    .init(
      id: "A21", name: "Thornbury Games", csm: "tomas", tier: "Small", region: "EMEA", arr: 7_500, health: 78,
      renewal: 160, since: -20, domain: "retail"),
    .init(
      id: "A22", name: "Umberto Tiles", csm: "tomas", tier: "Mid-Market", region: "EMEA", arr: 33_000,
      health: 83, renewal: 45, since: -20, domain: "manufacturing", language: "de"),
    .init(
      id: "A23", name: "Vessel & Vine", csm: "", tier: "Mid-Market", region: "EMEA", arr: 29_000, health: 61,
      renewal: 85, since: -600, domain: "retail"),
    .init(
      id: "A24", name: "Westerby Mills", csm: "", tier: "Small", region: "AMER", arr: 6_000, health: 70,
      renewal: nil, since: -100, lifecycle: "adopting"),
  ]
}
