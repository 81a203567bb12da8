import IbidModel
import IbidText

/// Styles by all the names that people have for them: stem, title, short title, journal abbreviation, ISSN.
///
/// It is kept as the text that it is written to disk as, with the names folded, so that the index of ten thousand styles
/// is read as fast as its bytes: a record is made only of a line that somebody asks for.
package struct StyleIndex: Sendable {
  private var bytes: [UInt8] = []
  /// Where each field of each line ends, `Field.count` a line.
  private var ends: [Int] = []
  /// Lines that another style of the same stem stands before.
  private var hidden: Set<Int> = []

  /// The fields of a line, in order, each with a tab behind it but for the last.
  private enum Field: Int, CaseIterable {
    case stem, path, title, titleShort, issns, parent, defaultLocale
    /// The names as they are compared.
    case stemKey, titleKey, titleShortKey
  }

  private var lineCount: Int { ends.count / Field.allCases.count }
  private var lines: [Int] { (0..<lineCount).filter { !hidden.contains($0) } }

  /// An index of these styles; earlier ones win over later ones of the same name.
  package init(_ records: [StyleRecord] = []) {
    var stems: Set<String> = []
    for record in records where stems.insert(record.stem).inserted { append(record) }
  }

  /// The styles; of equal stems the first counts.
  package var records: [StyleRecord] { lines.map(record) }

  /// Whether all its styles are bundled ones.
  package var hasBundledOnly: Bool { lines.allSatisfy { range(.path, $0).isEmpty } }

  /// Adds the styles of another index behind these, but for those whose stems are there already.
  package mutating func add(_ other: StyleIndex) {
    let count = lineCount
    hidden.formUnion(other.hidden.map { $0 + count })
    let start = bytes.count
    bytes += other.bytes
    ends += other.ends.map { $0 + start }
    let (own, others) = (0..<count, count..<lineCount)
    // The stems of the smaller one are looked for in the larger.
    let stems = Set((own.count < others.count ? own : others).map(stem))
    let shared = Set((own.count < others.count ? others : own).map(stem).filter(stems.contains))
    guard !shared.isEmpty else { return }
    for line in others where shared.contains(stem(line)) { hidden.insert(line) }
  }

  private func stem(_ line: Int) -> ArraySlice<UInt8> { bytes[range(.stem, line)] }

  // MARK: Finding

  /// The style of this stem, alias, title, short title or ISSN; nil where none is called so.
  package func find(_ query: String) -> StyleRecord? { line(of: query).map(record) }

  private func line(of query: String) -> Int? {
    let stem = query.lowercased()
    for name in [query, stem, Style.aliases[stem]].compactMap(\.self) {
      if let line = first(where: name, is: .stem) { return line }
    }
    if let issn = Self.issn(query[...]), let line = lines.first(where: { has(issn, $0) }) { return line }
    let key = SearchKey.folded(query)
    guard !key.isEmpty else { return nil }
    let wanted = Array(key.utf8)
    let titled = lines.first {
      bytes[range(.titleKey, $0)].elementsEqual(wanted) || bytes[range(.titleShortKey, $0)].elementsEqual(wanted)
    }
    return titled ?? first(where: key.split(separator: " ").joined(separator: "-"), is: .stem) ?? abbreviated(wanted)
  }

  private func first(where text: String, is field: Field) -> Int? {
    let wanted = Array(text.utf8)
    return (0..<lineCount).first { line in
      let range = range(field, line)
      return range.count == wanted.count && bytes[range].elementsEqual(wanted) && !hidden.contains(line)
    }
  }

  private func has(_ issn: String, _ line: Int) -> Bool {
    let range = range(.issns, line)
    guard !range.isEmpty else { return false }
    return text(.issns, line).split(separator: " ").contains { Self.issn($0) == issn }
  }

  /// The only style whose title's words begin as the query's do: «Ann Intern Med». Small words do not count.
  private func abbreviated(_ key: [UInt8]) -> Int? {
    let words = Self.mainWords(key[...])
    guard let first = words.first?.first else { return nil }
    var found: Int?
    for line in lines {
      for field in [Field.titleKey, .titleShortKey] {
        let name = bytes[range(field, line)]
        guard name.contains(first) else { continue }
        let others = Self.mainWords(name)
        guard others.count == words.count, zip(words, others).allSatisfy({ $1.starts(with: $0) }) else { continue }
        guard found == nil || found == line else { return nil }
        found = line
      }
    }
    return found
  }

  private static let smallWords = Set(["the", "of", "and", "for", "in", "on", "a"].map { Array($0.utf8)[...] })

  private static func mainWords(_ key: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    key.split(separator: 0x20).filter { !smallWords.contains($0) }
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
    let aliases = Dictionary(grouping: Style.aliases.keys.sorted()) { alias in
      Style.aliases[alias].flatMap { first(where: $0, is: .stem) }
    }
    var scored: [(score: Double, rank: Int, length: Int, name: String, line: Int)] = []
    for line in lines {
      let fields = [Field.titleKey, .titleShortKey, .stemKey].map { bytes[range($0, line)] }
      let own = aliases[line] ?? []
      guard !own.isEmpty || fields.contains(where: nearness.mayBeNear) else { continue }
      let scores = fields.map { nearness.score(key: Array($0)) }
      var (name, score) = (nil as String?, scores.max() ?? 0)
      for alias in own {
        let other = nearness.score(alias)
        if other >= score { (name, score) = (alias, other) }
      }
      guard score >= Self.leastScore else { continue }
      let rank = range(.path, line).isEmpty ? 0 : range(.parent, line).isEmpty ? 1 : 2
      scored.append((score, rank, range(.stem, line).count, name ?? text(.stem, line), line))
    }
    let best = scored.sorted { left, right in
      left.score != right.score
        ? left.score > right.score
        : (left.rank, left.length, left.name) < (right.rank, right.length, right.name)
    }
    return best.prefix(count).map { Suggestion(name: $0.name, record: record($0.line)) }
  }

  /// What is less like the query is no suggestion.
  private static let leastScore = 0.4

  /// Eight digits in capitals without the hyphen; nil for what is no ISSN.
  private static func issn(_ text: Substring) -> String? {
    let bytes = text.utf8.trimmedASCII.filter { $0 != UInt8(ascii: "-") }
    guard bytes.count == 8, bytes.dropLast().allSatisfy(\.isASCIIDigit),
      bytes[7].isASCIIDigit || bytes[7] | 0x20 == UInt8(ascii: "x")
    else { return nil }
    return String(decoding: bytes, as: UTF8.self).uppercased()
  }

  // MARK: Lines

  private func range(_ field: Field, _ line: Int) -> Range<Int> {
    let place = line * Field.allCases.count + field.rawValue
    // Behind each field stands a tab or, at the end of the line, a line break.
    let start = place == 0 ? 0 : ends[place - 1] + 1
    return start..<ends[place]
  }

  private func text(_ field: Field, _ line: Int) -> String {
    String(decoding: bytes[range(field, line)], as: UTF8.self)
  }

  private func record(_ line: Int) -> StyleRecord {
    let optional = { (field: Field) in range(field, line).isEmpty ? nil : text(field, line) }
    return StyleRecord(
      stem: text(.stem, line), path: optional(.path), title: text(.title, line), titleShort: optional(.titleShort),
      issns: text(.issns, line).split(separator: " ").map(String.init), parent: optional(.parent),
      defaultLocale: optional(.defaultLocale))
  }

  private mutating func append(_ record: StyleRecord) {
    let fields = [
      record.stem, record.path ?? "", record.title, record.titleShort ?? "", record.issns.joined(separator: " "),
      record.parent ?? "", record.defaultLocale ?? "", SearchKey.folded(record.stem), SearchKey.folded(record.title),
      SearchKey.folded(record.titleShort ?? ""),
    ]
    for (place, field) in fields.enumerated() {
      bytes += Self.oneLine(field).utf8
      ends.append(bytes.count)
      bytes.append(place + 1 == fields.count ? 0x0A : 0x09)
    }
  }

  // MARK: Cache

  private static let head = "ibid-styles 2\n"

  /// The index as text, one style a line, for a cache beside the folders; the last line says how many there are.
  package var serialized: String {
    var text = Self.head
    for line in lines {
      let start = range(.stem, line).lowerBound
      text += String(decoding: bytes[start..<range(.titleShortKey, line).upperBound], as: UTF8.self) + "\n"
    }
    return text + "\(lines.count) styles\n"
  }

  /// The index of such text; nil where it is no index of this version, or not a whole one.
  package init?(serialized text: some Collection<UInt8>) {
    let bytes = Array(text)
    guard bytes.starts(with: Self.head.utf8), bytes.last == 0x0A,
      let end = bytes.dropLast().lastIndex(of: 0x0A)
    else { return nil }
    self.bytes = Array(bytes[Self.head.utf8.count..<max(Self.head.utf8.count, end + 1)])
    ends.reserveCapacity(self.bytes.count / 16)
    var fields = 0
    for (index, byte) in self.bytes.enumerated() where byte == 0x09 || byte == 0x0A {
      ends.append(index)
      fields += 1
      guard byte == 0x0A else { continue }
      guard fields == Field.allCases.count else { return nil }
      fields = 0
    }
    guard fields == 0, bytes[(end + 1)...].elementsEqual("\(lineCount) styles\n".utf8) else { return nil }
  }

  private static func oneLine(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return field }
    return String(
      String.UnicodeScalarView(field.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
  }
}
