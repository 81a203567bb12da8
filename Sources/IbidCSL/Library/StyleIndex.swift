import IbidModel
import IbidText

/// Styles by all the names that people have for them: stem, title, short title, journal abbreviation, ISSN.
package struct StyleIndex: Sendable {
  /// The styles; of equal stems the first counts.
  package private(set) var records: [StyleRecord] = []
  private var byStem: [String: Int] = [:]
  private var byName: [String: Int] = [:]
  private var byISSN: [String: Int] = [:]

  /// An index of these styles; earlier ones win over later ones of the same name.
  package init(_ records: [StyleRecord] = []) {
    for record in records { add(record) }
  }

  /// Adds a style, unless its stem is there already.
  package mutating func add(_ record: StyleRecord) {
    guard byStem[record.stem] == nil else { return }
    let index = records.count
    records.append(record)
    byStem[record.stem] = index
    for name in [record.title, record.titleShort].compactMap(\.self) {
      let key = SearchKey.folded(name)
      if !key.isEmpty, byName[key] == nil { byName[key] = index }
    }
    for issn in record.issns {
      if let key = Self.issn(issn), byISSN[key] == nil { byISSN[key] = index }
    }
  }

  /// The style of this stem, alias, title, short title or ISSN; nil where none is called so.
  package func find(_ query: String) -> StyleRecord? {
    let stem = query.lowercased()
    if let index = byStem[query] ?? byStem[stem] ?? Style.aliases[stem].flatMap({ byStem[$0] }) {
      return records[index]
    }
    if let issn = Self.issn(query), let index = byISSN[issn] { return records[index] }
    let key = SearchKey.folded(query)
    if let index = byName[key] ?? byStem[key.split(separator: " ").joined(separator: "-")] { return records[index] }
    return abbreviated(key).map { records[$0] }
  }

  /// The only style whose title's words begin as the query's do: «Ann Intern Med». Small words do not count.
  private func abbreviated(_ key: String) -> Int? {
    let words = Self.mainWords(key)
    guard !words.isEmpty else { return nil }
    var found: Int?
    for (name, index) in byName {
      let others = Self.mainWords(name)
      guard others.count == words.count, zip(words, others).allSatisfy({ $1.hasPrefix($0) }) else { continue }
      guard found == nil || found == index else { return nil }
      found = index
    }
    return found
  }

  private static func mainWords(_ key: String) -> [Substring] {
    key.split(separator: " ").filter { !["the", "of", "and", "for", "in", "on", "a"].contains($0) }
  }

  /// A style, and the name of it that somebody may have meant.
  package struct Suggestion: Sendable, Hashable {
    /// The stem, or an alias.
    package var name: String
    package var record: StyleRecord
  }

  /// The styles whose stems, aliases, titles and short titles are nearest to `query`, best first; of equally near ones
  /// bundled styles come first, then independent ones, then short names.
  package func nearest(to query: String, count: Int = 5) -> [Suggestion] {
    let nearness = StyleNearness(query)
    let aliases = Dictionary(grouping: Style.aliases.keys.sorted(), by: { Style.aliases[$0] ?? "" })
    var scored: [(score: Double, rank: Int, length: Int, name: String, index: Int)] = []
    for (index, record) in records.enumerated() {
      let titles = [record.title, record.titleShort].compactMap(\.self).map(nearness.score).max() ?? 0
      var (name, score) = (record.stem, max(titles, nearness.score(record.stem)))
      for alias in aliases[record.stem] ?? [] {
        let own = nearness.score(alias)
        if own >= score { (name, score) = (alias, own) }
      }
      guard score >= Self.leastScore else { continue }
      let rank = record.path == nil ? 0 : record.parent == nil ? 1 : 2
      scored.append((score, rank, record.stem.utf8.count, name, index))
    }
    let best = scored.sorted { left, right in
      left.score != right.score
        ? left.score > right.score
        : (left.rank, left.length, left.name) < (right.rank, right.length, right.name)
    }
    return best.prefix(count).map { Suggestion(name: $0.name, record: records[$0.index]) }
  }

  /// What is less like the query is no suggestion.
  private static let leastScore = 0.4

  /// Eight digits in capitals without the hyphen; nil for what is no ISSN.
  private static func issn(_ text: String) -> String? {
    let bytes = text.utf8.trimmedASCII.filter { $0 != UInt8(ascii: "-") }
    guard bytes.count == 8, bytes.dropLast().allSatisfy(\.isASCIIDigit),
      bytes[7].isASCIIDigit || bytes[7] | 0x20 == UInt8(ascii: "x")
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).uppercased()
  }

  // MARK: Cache

  /// The index as text, one style a line, for a cache beside the folders.
  package var serialized: String {
    var text = "ibid-styles 1\n"
    for record in records {
      let fields = [
        record.stem, record.path ?? "", record.title, record.titleShort ?? "", record.issns.joined(separator: " "),
        record.parent ?? "", record.defaultLocale ?? "",
      ]
      text += fields.map(Self.oneLine).joined(separator: "\t") + "\n"
    }
    return text
  }

  /// The index of such text; nil where it is no index of this version.
  package init?(serialized text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    guard lines.popFirst() == "ibid-styles 1" else { return nil }
    for line in lines where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 7 else { return nil }
      let optional = { (field: String) in field.isEmpty ? nil : field }
      add(
        StyleRecord(
          stem: fields[0], path: optional(fields[1]), title: fields[2], titleShort: optional(fields[3]),
          issns: fields[4].split(separator: " ").map(String.init), parent: optional(fields[5]),
          defaultLocale: optional(fields[6])))
    }
  }

  private static func oneLine(_ field: String) -> String {
    String(String.UnicodeScalarView(field.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
