import IbidModel

/// Tells apart cites that would read the same: more names, more of the given names, the `disambiguate` condition,
/// and letters behind the year, in this order.
///
/// Entries that read the same form a part. Each measure renders the entries of one part again and splits it by what
/// comes out; a measure that splits nothing is taken back. No entry is rendered outside its part, so the work grows
/// with the number of entries and not with its square.
///
/// Source: CSL 1.0.2, «Disambiguation».
struct Disambiguation {
  private var document: Document
  private var citation: CitationElement { document.style.citation }

  /// Entries that read the same.
  private typealias Part = [Int]

  /// Decides `hints`, `conditionLevel` and `yearSuffix` of the document's entries.
  static func run(on document: inout Document) {
    let citation = document.style.citation
    let conditionCount = min(document.style.disambiguateTestCount, 4)
    guard
      citation.disambiguatesWithNames || citation.disambiguatesWithGivenNames
        || citation.disambiguatesWithYearSuffix || conditionCount > 0
    else { return }
    var disambiguation = Disambiguation(document: document)
    disambiguation.run(conditionCount: conditionCount)
    document = disambiguation.document
  }

  private mutating func run(conditionCount: Int) {
    let isGlobal = citation.disambiguatesWithGivenNames && citation.givenNameRule != .byCite
    if isGlobal { NameDisambiguation.run(on: &document) }
    var parts = ambiguous(partition(Array(document.entries.indices)))
    if citation.disambiguatesWithNames {
      parts = parts.flatMap { addNames(to: $0) }
      if isGlobal, document.entries.contains(where: { !$0.hints.shown.isEmpty }) {
        NameDisambiguation.run(on: &document)
        parts = parts.flatMap { ambiguous(partition($0)) }
      }
    }
    if citation.disambiguatesWithGivenNames, !isGlobal { parts = parts.flatMap { addGivenNames(to: $0) } }
    if conditionCount > 0 { parts = parts.flatMap { setCondition(on: $0, upTo: conditionCount) } }
    if citation.disambiguatesWithYearSuffix { addYearSuffixes(to: parts) }
  }

  // MARK: Parts

  private func render(_ entry: Int) -> Renderer {
    let context = document.context(of: entry, .citation)
    // What a later cite looks like: the shortest form, which is where works get confused.
    context.position = .subsequent
    context.yearSuffix = nil
    context.comparesCites = true
    return Renderer.render(citation.layout, document.prepared, context)
  }

  private func partition(_ entries: [Int]) -> [Part] {
    var parts: [Part] = []
    var partOf: [String: Int] = [:]
    for entry in entries {
      let text = render(entry).runs.plainText.withoutBlanksBehindPeriods
      if let part = partOf[text] {
        parts[part].append(entry)
      } else {
        partOf[text] = parts.count
        parts.append([entry])
      }
    }
    return parts
  }

  private func ambiguous(_ parts: [Part]) -> [Part] { parts.filter { $0.count > 1 } }

  // MARK: Names

  /// Shows one name more at a time until every entry of the part reads differently, or no names are left.
  private mutating func addNames(to part: Part) -> [Part] {
    let lists = render(part[0]).nameLists
    var parts = [part]
    for list in lists.indices {
      parts = parts.flatMap { $0.count > 1 ? addNames(to: $0, list: list) : [$0] }
    }
    return ambiguous(parts)
  }

  private mutating func addNames(to part: Part, list: Int) -> [Part] {
    var names: [Int: [Name]] = [:]
    var (shown, most) = (Int.max, 0)
    for entry in part {
      let lists = render(entry).nameLists
      names[entry] = list < lists.count ? lists[list].names : []
      shown = min(shown, list < lists.count ? lists[list].shown : 0)
      most = max(most, names[entry]?.count ?? 0)
    }
    guard shown < most else { return [part] }
    var waiting: [Part] = [part]
    var done: [Part] = []
    var count = shown
    while count < most, !waiting.isEmpty {
      count += 1
      var next: [Part] = []
      for part in waiting {
        // Works of the same people are told apart by no name of theirs.
        guard part.contains(where: { names[$0] != names[part[0]] }) else {
          done.append(part)
          continue
        }
        let before = part.map { document.entries[$0].hints.shown[list] }
        for entry in part { document.entries[entry].hints.shown[list] = count }
        let parts = partition(part)
        if parts.count > 1 {
          for part in parts { if part.count > 1 { next.append(part) } else { done.append(part) } }
        } else {
          for (entry, shown) in zip(part, before) { document.entries[entry].hints.shown[list] = shown }
          next.append(part)
        }
      }
      waiting = next
    }
    return done + waiting
  }

  // MARK: Given names

  /// Shows initials, then whole given names, of one name after another, as long as that splits the part.
  private mutating func addGivenNames(to part: Part) -> [Part] {
    let lists = part.map { render($0).nameLists }
    let listCount = lists.map(\.count).max() ?? 0
    var parts = [part]
    for list in 0..<listCount {
      let count =
        lists.map { lists in
          guard list < lists.count else { return 0 }
          return citation.disambiguatesWithNames ? lists[list].names.count : lists[list].shown
        }.max() ?? 0
      for place in 0..<count {
        parts = parts.flatMap { $0.count > 1 ? addGivenName(to: $0, list: list, place: place) : [$0] }
      }
    }
    return ambiguous(parts)
  }

  private mutating func addGivenName(to part: Part, list: Int, place: Int) -> [Part] {
    let before = part.map { document.entries[$0].hints }
    var parts = [part]
    for level in [NameHints.Given.initials, .full] {
      parts = parts.flatMap { part -> [Part] in
        guard part.count > 1 else { return [part] }
        let hints = part.map { document.entries[$0].hints }
        for entry in part {
          document.entries[entry].hints.given[list, default: [:]][place] = level
          if citation.disambiguatesWithNames {
            let shown = document.entries[entry].hints.shown[list] ?? 0
            document.entries[entry].hints.shown[list] = max(shown, place + 1)
          }
        }
        let split = partition(part)
        if split.count == 1 {
          for (entry, hints) in zip(part, hints) { document.entries[entry].hints = hints }
        }
        return split
      }
    }
    if parts.count == 1 {
      for (entry, hints) in zip(part, before) { document.entries[entry].hints = hints }
    }
    return parts
  }

  // MARK: Condition and year

  /// Lets one test of `disambiguate` more hold at a time, as long as entries read the same.
  private mutating func setCondition(on part: Part, upTo count: Int) -> [Part] {
    var waiting = [(part: part, level: 0)]
    for level in 1...count {
      var next: [(part: Part, level: Int)] = []
      for (part, known) in waiting {
        for entry in part { document.entries[entry].conditionLevel = level }
        let parts = partition(part)
        next += ambiguous(parts).map { ($0, parts.count > 1 ? level : known) }
      }
      waiting = next
    }
    for (part, level) in waiting { for entry in part { document.entries[entry].conditionLevel = level } }
    return waiting.map(\.part)
  }

  /// Letters follow the order of the bibliography.
  private mutating func addYearSuffixes(to parts: [Part]) {
    var rank = [Int](repeating: 0, count: document.entries.count)
    for (place, entry) in document.order.enumerated() { rank[entry] = place }
    for part in parts {
      for (suffix, entry) in part.sorted(by: { rank[$0] < rank[$1] }).enumerated() {
        document.entries[entry].yearSuffix = suffix
      }
    }
  }
}

extension String {
  /// «J. J. Doe» and «J.J. Doe» are one person.
  var withoutBlanksBehindPeriods: String {
    guard utf8.contains(UInt8(ascii: ".")) else { return self }
    var bytes: [UInt8] = []
    for byte in utf8 where byte != 0x20 || bytes.last != UInt8(ascii: ".") { bytes.append(byte) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
