/// The month of all figures here: 365.25 / 12 days.
enum AverageMonth {
  static let days = 30.4375
}
