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
    guard isAsked(of: document.style) else { return }
    var disambiguation = Disambiguation(document: document)
    disambiguation.run(conditionCount: conditionCount(of: document.style))
    document = disambiguation.document
  }

  /// Whether the style tells works apart at all.
  static func isAsked(of style: Style) -> Bool {
    let citation = style.citation
    return citation.disambiguatesWithNames || citation.disambiguatesWithGivenNames
      || citation.disambiguatesWithYearSuffix || conditionCount(of: style) > 0
  }

  private static func conditionCount(of style: Style) -> Int { min(style.disambiguateTestCount, 4) }

  private mutating func run(conditionCount: Int) {
    let isGlobal = citation.disambiguatesWithGivenNames && citation.givenNameRule != .byCite
    if isGlobal { NameDisambiguation.run(on: &document) }
    var parts = ambiguous(partition(Array(document.entries.indices)))
    if citation.disambiguatesWithNames || citation.disambiguatesWithGivenNames {
      let givenNames: [NameHints.Given] = citation.disambiguatesWithGivenNames && !isGlobal ? [.initials, .full] : []
      parts = parts.flatMap { tellApart($0, givenNames) }
      if isGlobal, document.entries.contains(where: { !$0.hints.shown.isEmpty }) {
        NameDisambiguation.run(on: &document)
        parts = parts.flatMap { ambiguous(partition($0)) }
      }
    }
    // The specification names the condition first; the processors that people know, and the styles that rest on them,
    // let the year's letter come first, and test the condition where cites do not show it.
    if citation.disambiguatesWithYearSuffix {
      addYearSuffixes(to: parts)
      if conditionCount > 0 { parts = parts.flatMap { ambiguous(partition($0, showsYearSuffix: true)) } }
    }
    if conditionCount > 0 { for part in parts { setCondition(on: part, upTo: conditionCount) } }
  }

  // MARK: Parts

  private func render(_ entry: Int, showsYearSuffix: Bool = false) -> Renderer {
    let context = document.context(of: entry, .citation)
    // What a later cite looks like: the shortest form, which is where works get confused.
    context.position = .subsequent
    if !showsYearSuffix { context.yearSuffix = nil }
    context.comparesCites = true
    return Renderer.render(citation.layout, document.prepared, context)
  }

  private func partition(_ entries: [Int], showsYearSuffix: Bool = false) -> [Part] {
    var parts: [Part] = []
    var partOf: [String: Int] = [:]
    for entry in entries {
      let text = render(entry, showsYearSuffix: showsYearSuffix).runs.plainText.withoutBlanksBehindPeriods
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

  /// Shows more of the names, one person after another, until every entry of the part reads differently: first that
  /// person at all, where names may be added, then each of `givenNames`. What splits no part is taken back.
  ///
  /// Person by person, as both processors that people know do, and not all names before all given names: «Doe, A. Roe,
  /// et al.» is shorter than «Doe, Roe, Poe, et al.».
  private mutating func tellApart(_ part: Part, _ givenNames: [NameHints.Given]) -> [Part] {
    let rendered = part.map { ($0, render($0).nameLists) }
    var parts = [part]
    for list in 0..<(rendered.map(\.1.count).max() ?? 0) {
      let lists = Dictionary(
        uniqueKeysWithValues: rendered.compactMap { list < $0.1.count ? ($0.0, $0.1[list]) : nil })
      parts = parts.flatMap { $0.count > 1 ? tellApart($0, lists, list: list, givenNames) : [$0] }
    }
    return ambiguous(parts)
  }

  private mutating func tellApart(
    _ part: Part, _ lists: [Int: Renderer.NameList], list: Int, _ givenNames: [NameHints.Given]
  ) -> [Part] {
    let shown = lists.values.map(\.shown).max() ?? 0
    let most = lists.values.map(\.names.count).max() ?? 0
    // Works of the same people are told apart by no name of theirs.
    let isTold = { (part: Part) in part.contains { lists[$0]?.names != lists[part[0]]?.names } }
    var waiting = [part].filter(isTold)
    var done = waiting.isEmpty ? [part] : []
    for place in 0..<(citation.disambiguatesWithNames ? most : shown) where !waiting.isEmpty {
      waiting = waiting.flatMap { part -> [Part] in
        let parts = split(part, lists, list: list, place: place, givenNames)
        guard parts.count > 1 else { return parts }
        done += parts.filter { $0.count == 1 || !isTold($0) }
        return parts.filter { $0.count > 1 && isTold($0) }
      }
    }
    return done + waiting
  }

  private mutating func split(
    _ part: Part, _ lists: [Int: Renderer.NameList], list: Int, place: Int, _ givenNames: [NameHints.Given]
  ) -> [Part] {
    var parts = [part]
    let measures: [NameHints.Given?] = (citation.disambiguatesWithNames ? [nil] : []) + givenNames
    for measure in measures {
      parts = parts.flatMap { part -> [Part] in
        guard part.count > 1, mayDiffer(part, lists, list: list, place: place, measure) else { return [part] }
        let before = part.map { document.entries[$0].hints }
        for entry in part {
          if citation.disambiguatesWithNames {
            document.entries[entry].hints.shown[list] = max(document.entries[entry].hints.shown[list] ?? 0, place + 1)
          }
          if let measure { document.entries[entry].hints.given[list, default: [:]][place] = measure }
        }
        let parts = partition(part)
        if parts.count == 1 {
          for (entry, hints) in zip(part, before) { document.entries[entry].hints = hints }
        }
        return parts
      }
    }
    return parts
  }

  /// Whether a person shown at `place` can tell entries apart. Where all read the same there, and more persons follow,
  /// nothing needs to be rendered: a work of thousands of authors is not rendered thousands of times.
  private func mayDiffer(
    _ part: Part, _ lists: [Int: Renderer.NameList], list: Int, place: Int, _ measure: NameHints.Given?
  ) -> Bool {
    // Whom cites show already tells nothing new.
    if measure == nil, part.allSatisfy({ place < lists[$0]?.shown ?? 0 }) { return false }
    var first: String?
    for entry in part {
      guard let own = lists[entry], place + 1 < own.names.count else { return true }
      let given = measure ?? document.entries[entry].hints.given[list]?[place] ?? .asStyled
      let text = own.text(of: own.names[place], given)
      if let first, first != text { return true }
      first = text
    }
    return false
  }

  // MARK: Condition and year

  /// Lets one test of `disambiguate` more hold at a time, as long as entries read the same.
  private mutating func setCondition(on part: Part, upTo count: Int) {
    // The first test holds even where it tells nothing apart, as both processors that people know have it.
    var waiting = [(part: part, level: 1)]
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
