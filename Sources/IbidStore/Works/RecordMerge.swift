package import IbidModel
internal import IbidText

/// How what several sources say of one work becomes one record.
///
/// The better source's value of each field counts, and nothing beats something never. Three rules go before the source: a
/// list of names that is broken off gives way to a longer one, as does what an export or a reference says where a longer
/// list begins with it; and a year gives way to a date in that year.
package enum RecordMerge {
  /// The record of these statements, under the key of the best; the same in whatever order they come.
  package static func merged(_ statements: [Statement]) -> Item {
    guard statements.count > 1 else { return statements.first?.item ?? Item(type: .document) }
    let statements = statements.sorted(by: isBetter)
    let items = statements.map(\.item)
    var result = Item(id: items[0].id, type: items.map(\.type).first { $0 != .document } ?? .document)
    result.pubmed = items.lazy.compactMap(\.pubmed).first
    for item in items {
      fillTexts(of: &result, from: item)
      for member in item.custom where member.name != etAl && result[custom: member.name] == nil {
        result.custom.append(member)
      }
      for member in item.other where !result.other.contains(where: { $0.name == member.name }) {
        result.other.append(member)
      }
    }
    mergeNames(of: &result, from: statements)
    // A person who wants the year alone gets it.
    let edited = statements.first { $0.kind == .edit }?.item.dates
    mergeDates(of: &result, from: items, fixed: edited ?? Fields())
    return result
  }

  /// Whether the first statement goes before the second: by its source, then by how much it says, then by its bytes, so
  /// that no order is left to chance.
  package static func isBetter(_ one: Statement, _ other: Statement) -> Bool {
    if one.kind != other.kind { return one.kind > other.kind }
    let sizes = (one.item.fieldCount, other.item.fieldCount)
    if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
    return other.item.completeJSON.utf8.lexicographicallyPrecedes(one.item.completeJSON.utf8)
  }

  /// Whether the first of two statements takes the other's place: of two PubMed records the one of the lower version or
  /// the earlier revision does not.
  static func isNewer(_ one: Statement, than other: Statement) -> Bool {
    guard let new = one.item.pubmed, let old = other.item.pubmed else { return true }
    if new.version != old.version { return new.version > old.version }
    return new.revision >= old.revision
  }

  private static let etAl = "et-al"

  private static func fillTexts(of item: inout Item, from other: Item) {
    for field in other.texts where item.texts[field.variable] == nil && !field.value.isEmpty {
      item.texts[field.variable] = field.value
      item.richTexts[field.variable] = other.richTexts[field.variable]
      if other.numericVariables.contains(field.variable) { item.numericVariables.insert(field.variable) }
    }
  }

  private static func mergeNames(of item: inout Item, from statements: [Statement]) {
    let variables = Set(statements.flatMap { $0.item.nameLists.map(\.variable) })
    for variable in variables.sorted(by: { $0.rawValue < $1.rawValue }) {
      let holders = statements.filter { $0.item.nameLists[variable] != nil }
      guard let first = holders.first else { continue }
      var best = first.item
      for other in holders.dropFirst().map(\.item) where other[names: variable].count > best[names: variable].count {
        let isIncomplete = first.kind <= .export && other.begins(with: best, variable)
        if best.isBrokenOff(names: variable) || isIncomplete { best = other }
      }
      item[names: variable] = best[names: variable]
      if best.isBrokenOff(names: variable) { item.breakOff(names: variable) }
    }
  }

  private static func mergeDates(of item: inout Item, from items: [Item], fixed: Fields<CSLDate>) {
    for other in items {
      for field in other.dates {
        guard let held = item.dates[field.variable] else {
          item.dates[field.variable] = field.value
          continue
        }
        if fixed[field.variable] == nil, held.isBareYear, !field.value.isBareYear, field.value.year == held.year,
          field.value.literal == nil
        {
          item.dates[field.variable] = field.value
        }
      }
    }
  }
}

extension Item {
  /// Whether the list of names begins with the other one's family names.
  fileprivate func begins(with other: Item, _ variable: Variable) -> Bool {
    func families(_ item: Item) -> [String] { item[names: variable].map { SearchKey.folded($0.familyOrLiteral) } }
    return families(self).starts(with: families(other))
  }

  /// How many fields say something, names counted one by one.
  fileprivate var fieldCount: Int {
    texts.count + dates.count + custom.count + other.count + nameLists.reduce(0) { $0 + $1.value.count }
  }
}

extension CSLDate {
  /// Whether nothing but the year is known.
  fileprivate var isBareYear: Bool {
    guard let start, literal == nil, end == nil, !isCirca else { return false }
    return start.month == nil && start.season == nil
  }
}

extension PubMedFacts {
  /// When the record was last revised, as a number that grows with time; 0 where it does not say.
  fileprivate var revision: Int {
    let date = value(of: ["DateRevised"])["DateRevised"]
    func number(_ name: String) -> Int { date?[name]?.integer ?? 0 }
    return (number("Year") * 100 + number("Month")) * 100 + number("Day")
  }
}
