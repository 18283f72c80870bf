/// Words of reports for kinds of CSMs.
enum CSMWords {
  static func kind(_ kind: String) -> String {
    switch kind {
    case "pool": "pool"
    case "open": "open position"
    default: kind
    }
  }
}
