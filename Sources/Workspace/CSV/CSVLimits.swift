/// What a table may grow to. Real exports stay far below; a damaged or foreign file is refused before it fills
/// the memory.
struct CSVLimits {
  var fileBytes = 1 << 30
  var lineBytes = 16 << 20
  var cellBytes = 1 << 20
  var columns = 2_000
  var cells = 128 << 20
}
