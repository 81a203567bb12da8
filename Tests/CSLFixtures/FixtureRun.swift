import IbidCSL
import IbidModel

/// Runs one fixture through the processor and writes what comes out as the suite expects it.
struct FixtureRun {
  let fixture: Fixture
  /// Finds a locale file by its name.
  let locales: (String) -> LocaleFile?

  /// What could not even be started.
  enum Failure: Error, CustomStringConvertible {
    case missing(String)
    case json(JSONError)
    case style(CSLError)

    var description: String {
      switch self {
      case .missing(let section): "no section \(section)"
      case .json(let error): "\(error)"
      case .style(let error): "\(error)"
      }
    }
  }

  /// The output.
  func output() throws(Failure) -> String {
    guard let csl = fixture.sections["CSL"] else { throw .missing("CSL") }
    let style: Style
    do { style = try Style.parse(Array(Fixture.trimmed(csl).utf8)) } catch { throw .style(error) }
    let processor = Processor(style: style, format: .html, locales: locales)
    let mode = Fixture.trimmed(fixture.sections["MODE"] ?? "citation")
    let items = try json("INPUT").elements.compactMap(Item.init(cslJSON:))
    if fixture.sections["CITATIONS"] != nil {
      return try documentOutput(processor, items, isBibliography: mode.hasPrefix("bibliography"))
    }
    if mode.hasPrefix("bibliography") { return try bibliographyOutput(processor, items, mode: mode) }
    return try citationsOutput(processor, items)
  }

  // MARK: Modes

  /// Citations that stand alone, each rendered as the first of a document.
  private func citationsOutput(_ processor: Processor, _ items: [Item]) throws(Failure) -> String {
    // The suite makes cites of its own in the order of the bibliography.
    var seen: Set<String> = []
    let order = processor.process(items: items).bibliography.map(\.id) + items.map(\.id)
    var citations = [Citation(order.filter { seen.insert($0).inserted }.map { Cite(id: $0) })]
    if fixture.sections["CITATION-ITEMS"] != nil {
      citations = try json("CITATION-ITEMS").elements.map { Citation($0.elements.map(Self.cite)) }
    }
    let result = processor.process(items: items, citations: citations, scope: .single)
    return result.citations.map { $0.isEmpty ? Self.withoutForm : $0 }.joined(separator: "\n")
  }

  private func bibliographyOutput(
    _ processor: Processor, _ items: [Item], mode: String
  ) throws(Failure) -> String {
    var items = items
    if fixture.sections["BIBENTRIES"] != nil, let last = try json("BIBENTRIES").elements.last {
      let ids = last.elements.compactMap(\.text)
      items = ids.compactMap { id in items.first { $0.id == id } }
    }
    let result = processor.process(items: items)
    let entries = withForms(result)
    var kept = entries
    if fixture.sections["BIBSECTION"] != nil {
      let section = try json("BIBSECTION")
      kept = entries.filter { entry in
        items.first { $0.id == entry.id }.map { Self.isSelected($0, by: section) } ?? false
      }
    }
    return Self.body(of: kept)
  }

  /// A document that grows citation by citation; what the last change touched is marked `>>`.
  private func documentOutput(
    _ processor: Processor, _ items: [Item], isBibliography: Bool
  ) throws(Failure) -> String {
    let steps = try json("CITATIONS").elements
    var known: [String: Citation] = [:]
    var before: [String: String] = [:]
    var notes: [String: Int] = [:]
    // The reference processor renders a citation again whose numbers may have changed, whether or not they did.
    let numbersMatter = ["first-reference-note-number", "citation-number"].contains {
      fixture.sections["CSL"]?.contains("\"\($0)\"") ?? false
    }
    // So it does in notes with a test of `disambiguate` where a work is cited a second time.
    let countsMatter =
      fixture.sections["CSL"].map { $0.contains("class=\"note\"") && $0.contains("disambiguate=\"true\"") } ?? false
    var counts: [String: Int] = [:]
    var lines: [String] = []
    var entries: [(id: String, text: String)] = []
    for (number, step) in steps.enumerated() {
      let parts = step.elements
      guard let first = parts.first else { continue }
      let id = first["citationID"]?.text ?? "#\(number)"
      let note = first["properties"]?["noteIndex"]?.integer
      known[id] = Citation((first["citationItems"]?.elements ?? []).map(Self.cite), noteNumber: note)
      let place = { (list: JSONValue) -> [(id: String, note: Int?)] in
        list.elements.compactMap { pair in pair.elements.first?.text.map { ($0, pair.elements.last?.integer) } }
      }
      let order = (parts.count > 1 ? place(parts[1]) : []) + [(id, note)] + (parts.count > 2 ? place(parts[2]) : [])
      var citations: [Citation] = []
      for (id, note) in order {
        known[id]?.noteNumber = note
        if let citation = known[id] { citations.append(citation) }
      }
      guard number == steps.count - 1 || number == steps.count - 2 else { continue }
      let result = processor.process(items: items, citations: citations, listsUncited: false)
      entries = result.bibliography.map { ($0.id, $0.text) }
      let countsNow = Dictionary(
        citations.flatMap { Set($0.cites.map(\.id)).map { ($0, 1) } }, uniquingKeysWith: +)
      let recounted = Set(
        countsNow.filter { ($0.value < 2) != (counts[$0.key] ?? 0 < 2) || counts[$0.key] == nil }.keys)
      counts = countsNow
      lines = zip(order, result.citations).enumerated().map { index, pair in
        let isChanged =
          pair.0.id == id || before[pair.0.id] != pair.1
          || countsMatter && known[pair.0.id].map { $0.cites.contains { recounted.contains($0.id) } } ?? false
          || numbersMatter && notes[pair.0.id].map { $0 != pair.0.note } ?? false
        return "\(isChanged ? ">>" : "..")[\(index)] \(pair.1)"
      }
      before = Dictionary(zip(order.map(\.id), result.citations), uniquingKeysWith: { $1 })
      notes = Dictionary(order.compactMap { place in place.note.map { (place.id, $0) } }, uniquingKeysWith: { $1 })
    }
    return isBibliography ? Self.body(of: entries) : lines.joined(separator: "\n")
  }

  /// The entries; in styles with numbers, those without text hold the error that the suite expects in their place.
  private func withForms(_ result: ProcessedDocument) -> [(id: String, text: String)] {
    var entries = result.bibliography.map { (id: $0.id, text: $0.text) }
    guard fixture.sections["CSL"]?.contains("<text variable=\"citation-number\"") == true else { return entries }
    for case .emptyEntry(let id, let place) in result.warnings {
      entries.insert((id, "\(place + 1). " + Self.withoutForm), at: min(place, entries.count))
    }
    return entries
  }

  // MARK: Parts

  /// What the suite expects in place of an entry or a citation that has no text, which to us is a warning.
  private static let withoutForm = "[CSL STYLE ERROR: reference with no printed form.]"

  private static func body(of entries: [(id: String, text: String)]) -> String {
    let lines = entries.map { "  <div class=\"csl-entry\">\($0.text)</div>\n" }
    return "<div class=\"csl-bib-body\">\n" + lines.joined() + "</div>"
  }

  private static func cite(_ json: JSONValue) -> Cite {
    let mode: Cite.Mode =
      isTrue(json["suppress-author"]) ? .suppressAuthor : isTrue(json["author-only"]) ? .authorOnly : .complete
    var cite = Cite(
      id: json["id"]?.text ?? "", locator: json["locator"]?.text, label: json["label"]?.text,
      prefix: json["prefix"]?.text, suffix: json["suffix"]?.text, mode: mode)
    if let number = json["position"]?.integer, positions.indices.contains(number) {
      cite.forcedPosition = positions[number]
    }
    return cite
  }

  /// citeproc-js' numbers.
  private static let positions: [CitePosition] = [.first, .subsequent, .ibid, .ibidWithLocator]

  private static func isTrue(_ value: JSONValue?) -> Bool {
    value == .bool(true) || value?.integer == 1 || value == .string("true")
  }

  /// Source: citeproc-js manual, «makeBibliography»: include any, exclude all, select all, quash.
  private static func isSelected(_ item: Item, by section: JSONValue) -> Bool {
    let json = item.cslJSON()
    func matches(_ test: JSONValue) -> Bool {
      guard let field = test["field"]?.text else { return false }
      let wanted = test["value"]?.text ?? ""
      guard let value = json[field] else { return wanted.isEmpty }
      if case .array(let elements) = value { return elements.contains { $0.text == wanted } }
      return value.text == wanted
        || field == "categories" && value.elements.contains { $0.text == wanted }
    }
    if let include = section["include"]?.elements { return include.contains(where: matches) }
    if let exclude = section["exclude"]?.elements { return !exclude.contains(where: matches) }
    if let select = section["select"]?.elements { return select.allSatisfy(matches) }
    return true
  }

  private func json(_ section: String) throws(Failure) -> JSONValue {
    guard let text = fixture.sections[section] else { throw .missing(section) }
    do { return try JSONReader.value(of: Fixture.trimmed(text)) } catch { throw .json(error) }
  }
}
