import Portfolio

/// Reads amounts and turns them into whole units of the policy's currency.
struct MoneyReader {
  static let largest: Int64 = 1_000_000_000_000

  let currency: String
  let rates: [String: DecimalNumber]
  let sign: String?

  /// - Parameters:
  ///   - own: the currency of the row; `nil`: the policy's.
  ///   - factor: 12 for a monthly amount.
  func amount<Column: InputColumn>(
    _ column: Column, in row: RowReader<Column>, own: String? = nil, factor: Int128 = 1
  ) -> Money? {
    let code = own ?? currency
    let isMark = { mark in mark == sign || CurrencyMark.isMark(mark, of: code) }
    guard let number = row.number(column, "an amount in \(code)", marks: isMark) else { return nil }
    guard let value = converted(number, from: code, factor: factor) else {
      row.report(
        column,
        .init("This amount is too large.", value: row.shown(column), advice: "Maybe a digit too many."))
      return nil
    }
    return Money(value)
  }

  /// The currency of a row, when it has one and it can be converted.
  func currency<Column: InputColumn>(_ column: Column, in row: RowReader<Column>) -> String? {
    guard let text = row.text(column) else { return nil }
    let code = text.uppercased()
    guard CurrencyMark.isCode(code) else {
      row.report(
        column,
        .init("This is not a currency code.", value: text, advice: "Maybe one of three letters: EUR, USD."))
      return nil
    }
    guard code == currency || rates[code] != nil else {
      let advice = "Maybe add `exchange_rates: {\(code): ...}` to ballast.yaml: \(currency) per \(code)."
      row.report(
        column, .init("There is no exchange rate from \(code) to \(currency).", value: text, advice: advice))
      return nil
    }
    return code
  }

  /// Rounded half up, once, after conversion.
  private func converted(_ number: DecimalNumber, from code: String, factor: Int128) -> Int64? {
    let rate = code == currency ? DecimalNumber.scale : rates[code]?.millionths ?? DecimalNumber.scale
    let (scaled, overflow) = number.millionths.multipliedReportingOverflow(by: factor * rate)
    guard !overflow else { return nil }
    let divisor = DecimalNumber.scale * DecimalNumber.scale
    let value = (scaled + divisor / 2) / divisor
    return value <= MoneyReader.largest ? Int64(value) : nil
  }
}
