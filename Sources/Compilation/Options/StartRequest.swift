/// Asks for the start of a handoff of some accounts, together, in a period.
struct StartRequest {
  /// Moving members, all settled or one departing.
  var accounts: ArraySlice<Int32>
  var period: Int
  /// The first day of the receiver, where that matters.
  var earliest: Int32 = DaySpan.beginningOfTime
  /// The leave of the receiver, where that matters.
  var leave: DaySpan?
}
