import Portfolio
import Yams

extension PolicyReader {
  func readSettings(_ top: SectionReader, _ settings: inout WorkspaceSettings) {
    readFormats(top.section("formats"), &settings.formats)
    readColumns(top.section("columns"), &settings)
    let incumbents = top.value("incumbents", PolicyType<UnknownIncumbents>.choice)
    settings.unknownIncumbentsAreOrphans = incumbents == .orphan
    let expected = top.section("expected_rows")
    expected.read("accounts", .count(0...100_000_000), into: &settings.expectedAccounts)
    expected.read("csms", .count(0...100_000_000), into: &settings.expectedCSMs)
    expected.finish()
    let rates = top.section("exchange_rates")
    for (code, node) in rates.keys {
      if !CurrencyMark.isCode(code) {
        context.report(
          node, rates.path(of: code), .init("A currency code has three capital letters.", value: code))
      }
      let type = PolicyType<DecimalNumber>.decimal("an exchange rate", upTo: 1_000_000)
      let positive = type.map { $0.millionths > 0 ? $0 : nil }
      if let rate = rates.value(code, positive) { settings.exchangeRates[code] = rate }
    }
  }

  private enum UnknownIncumbents: String, CaseIterable { case error, orphan }
  private enum LineEnd: String, CaseIterable { case required, optional }

  private func readFormats(_ section: SectionReader, _ formats: inout WorkspaceSettings.Formats) {
    section.read("dates", .choice, into: &formats.dates)
    let mark = PolicyType<UInt8>(expected: "\".\" or \",\"") { scalar in
      scalar.text == "." ? NumberStyle.point : scalar.text == "," ? NumberStyle.comma : nil
    }
    section.read("decimal", mark, into: &formats.decimal)
    section.read("currency_sign", .text, into: &formats.currencySign)
    formats.mayEndWithoutLineEnd = section.value("final_line_end", PolicyType<LineEnd>.choice) == .optional
    let countries = section.section("countries")
    for (country, keyNode) in countries.keys {
      context.checkKey(country, keyNode, countries.path(of: country))
      if let region = countries.name(country, .region) {
        formats.countries[TierName.folded(country)] = region
      }
    }
    section.finish()
  }

  private func readColumns(_ section: SectionReader, _ settings: inout WorkspaceSettings) {
    for (name, columns) in [
      (AccountColumn.section, AccountColumn.definitions), (CSMColumn.section, CSMColumn.definitions),
      (DecisionColumn.section, DecisionColumn.definitions), (ActivityColumn.section, ActivityColumn.definitions),
    ] {
      let table = section.section(name)
      var headers: [String: String] = [:]
      for column in columns {
        if let header = table.value(column.name, .text) { headers[column.name] = header }
      }
      table.finish()
      settings.columns[name] = headers
    }
    section.finish()
  }

  func readVocabulary(_ top: SectionReader, _ document: inout PolicyDocument) {
    document.policy.regions = definitions(top, "regions", .region, &document.settings.regionAliases) {
      section, name in
      RegionDefinition(name: name, adjacent: section?.names("adjacent", .region) ?? [])
    }
    document.policy.tiers = definitions(top, "tiers", .tier, &document.settings.tierAliases) {
      section, name in
      let strategic = section?.value("strategic", .flag) ?? (TierName.folded(name) == "strategic")
      return TierDefinition(name: name, strategic: strategic)
    }
    for (alias, name) in document.settings.tierAliases { context.tierAliases[TierName.folded(alias)] = name }
    document.policy.domains = definitions(top, "domains", .domain, &document.settings.domainAliases) {
      _, name in
      NamedDefinition(name: name)
    }
  }

  /// Plain names or sections with `name` and `aliases`; a name may not mean two things.
  private func definitions<Definition>(
    _ top: SectionReader, _ key: String, _ kind: PolicyContext.ReferenceKind,
    _ aliases: inout [(alias: String, name: String)], make: (SectionReader?, String) -> Definition
  ) -> [Definition] {
    var taken: [String: Int?] = [:]
    var result: [Definition] = []
    func take(_ name: String, _ node: Node, _ path: String) {
      if let line = taken.updateValue(node.mark?.line, forKey: TierName.folded(name)) {
        let place = line.map { " in line \($0)" } ?? ""
        context.report(node, path, .init("This name is given already\(place).", value: name))
      }
    }
    for item in top.items(key) ?? [] {
      guard item.node.mapping != nil else {
        guard let name = context.value(item.node, item.path, .text) else { continue }
        take(name, item.node, item.path)
        result.append(make(nil, name))
        continue
      }
      let section = SectionReader(item.node, path: item.path, context: context)
      if let name = section.required("name", section.value("name", .text)) {
        take(name, item.node, item.path)
        for alias in section.list("aliases", .text) ?? [] {
          take(alias, item.node, item.path)
          aliases.append((alias, name))
        }
        result.append(make(section, name))
      }
      section.finish()
    }
    return result
  }
}
