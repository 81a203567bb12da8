package import IbidModel
internal import IbidText

/// How what several sources say of one work becomes one record.
///
/// Field by field the better value counts, whoever says it: what is whole goes before what is cut, given names before
/// initials, a date before its year (`TextWorth`, `NameListMerge`). Of values that are worth the same, or that really
/// differ, the better source's counts; of two sources of one kind that of the record that says more. Nothing beats
/// something never, and a person's edit stands above all rules.
package enum RecordMerge {
  /// The record of these statements, under the key of the best; the same in whatever order they come.
  package static func merged(_ statements: [Statement]) -> Item {
    guard statements.count > 1 else { return statements.first?.item ?? Item(type: .document) }
    let statements = statements.sorted(by: isBetter)
    let items = statements.map(\.item)
    var result = Item(id: items[0].id, type: items.map(\.type).first { $0 != .document } ?? .document)
    result.pubmed = PubMedFactsMerge.merged(items.compactMap(\.pubmed))
    mergeTexts(of: &result, from: statements)
    for item in items {
      for member in item.custom where member.name != Item.etAlName && result[custom: member.name] == nil {
        result.custom.append(member)
      }
      for member in item.other where !result.other.contains(where: { $0.name == member.name }) {
        result.other.append(member)
      }
    }
    NameListMerge.merge(into: &result, from: statements)
    // A person who wants the year alone gets it.
    let edited = statements.first { $0.kind == .edit }?.item.dates
    mergeDates(of: &result, from: items, fixed: edited ?? Fields())
    return result
  }

  /// Whether the first statement goes before the second: by its source, of PubMed's by its age, then by how much it says,
  /// then by its bytes, so that no order is left to chance.
  package static func isBetter(_ one: Statement, _ other: Statement) -> Bool {
    if one.kind != other.kind { return one.kind > other.kind }
    if one.kind == .pubmed, let age = one.item.pubmed?.age, let otherAge = other.item.pubmed?.age, age != otherAge {
      return age > otherAge
    }
    let sizes = (one.item.fieldCount, other.item.fieldCount)
    if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
    return other.item.bytes.lexicographicallyPrecedes(one.item.bytes)
  }

  /// PubMed's records without those that say nothing that a later one does not say as well or better.
  static func withoutSuperseded(_ statements: [Statement]) -> [Statement] {
    guard statements.count(where: { $0.kind == .pubmed }) > 1 else { return statements }
    var kept: [Statement] = []
    for statement in statements {
      let isSuperseded =
        statement.kind == .pubmed
        && kept.contains { $0.kind == .pubmed && merged([$0, statement]) == $0.item }
      if !isSuperseded { kept.append(statement) }
    }
    return kept
  }

  private static func mergeTexts(of item: inout Item, from statements: [Statement]) {
    let variables = Set(statements.flatMap { $0.item.texts.lazy.map(\.variable) })
    for variable in variables.sorted(by: { $0.rawValue < $1.rawValue }) {
      var said = statements.filter { $0.item.texts[variable].map { !$0.isEmpty } ?? false }
      if identifiers.contains(variable) { said.removeAll { isForgotten($0, by: statements) } }
      guard var best = said.first else { continue }
      if best.kind != .edit {
        if variable == .keyword, said.count > 1 {
          item.set(
            .keyword,
            richText: KeywordUnion.union(said.map { $0.item.richTexts[.keyword] ?? $0.item.texts[.keyword] ?? "" }))
          continue
        }
        for other in said.dropFirst() where TextWorth.isBetter(other, than: best, variable) { best = other }
      }
      item.texts[variable] = best.item.texts[variable]
      item.richTexts[variable] = best.item.richTexts[variable]
      if best.item.numericVariables.contains(variable) { item.numericVariables.insert(variable) }
    }
    keepShortTitle(of: &item, from: statements)
    // What is printed is no longer ahead of print.
    if item[.status] == TextWorth.aheadOfPrint,
      statements.contains(where: { $0.item[.status] == nil && $0.item[.volume] != nil && $0.item[.page] != nil }),
      statements.first?.item[.status] != TextWorth.aheadOfPrint
    {
      item.texts[.status] = nil
    }
  }

  private static let identifiers: Set<Variable> = [.DOI, .PMCID, .ISBN]

  /// Whether PubMed has a later form of this record of its own: an identifier that it no longer holds was wrong.
  private static func isForgotten(_ statement: Statement, by statements: [Statement]) -> Bool {
    guard statement.kind == .pubmed, let age = statement.item.pubmed?.age else { return false }
    return statements.contains { other in
      guard other.kind == .pubmed, let later = other.item.pubmed?.age else { return false }
      return later.version > age.version || age.revision > 0 && later > age && later.revision > age.revision
    }
  }

  /// Keeps the journal's short title where a source had it for the title.
  private static func keepShortTitle(of item: inout Item, from statements: [Statement]) {
    guard item[.containerTitleShort] == nil, let title = item[.containerTitle].flatMap({ ContainerName($0) }) else {
      return
    }
    let short = statements.lazy.compactMap { $0.item[.containerTitle] }.filter {
      ContainerName($0)?.abbreviates(title) ?? false
    }
    item[.containerTitleShort] = short.first { !TextWorth.isInCapitals($0) } ?? short.first
  }

  private static func mergeDates(of item: inout Item, from items: [Item], fixed: Fields<CSLDate>) {
    for other in items {
      for field in other.dates {
        guard let held = item.dates[field.variable] else {
          item.dates[field.variable] = field.value
          continue
        }
        if fixed[field.variable] == nil, field.value.tellsMore(than: held) { item.dates[field.variable] = field.value }
      }
    }
  }
}

extension Item {
  /// How many fields say something, names counted one by one.
  fileprivate var fieldCount: Int {
    texts.count + dates.count + custom.count + other.count + nameLists.reduce(0) { $0 + $1.value.count }
  }

  /// The record without its key, which is another in each source.
  fileprivate var bytes: [UInt8] {
    var item = self
    item.id = ""
    return item.jsonLine
  }
}

extension CSLDate {
  /// Whether this is the other date, known more exactly; or a date, where the other is words.
  fileprivate func tellsMore(than other: CSLDate) -> Bool {
    guard let start, literal == nil else { return false }
    guard let held = other.start, other.literal == nil else { return true }
    guard other.end == nil, !other.isCirca, held.season == nil, held.year == start.year else { return false }
    if held.month == nil { return start.month != nil || start.season != nil }
    return held.day == nil && start.day != nil && start.month == held.month
  }
}
