import FoundationEssentials
import Glibc
import IbidModel
import IbidNotes
import IbidText

/// Runs what was trained on labelled data and prints what it reads.
enum Measuring {
  static func labeller(_ folder: String) throws -> Labeller? {
    if folder == "bundled" { return .bundled }
    let model = try Data(contentsOf: URL(filePath: folder + "/labels.bin"))
    let journals = [UInt8](try Data(contentsOf: URL(filePath: folder + "/journals.bin")))
    guard let model = LabelModel(bytes: [UInt8](model)), let names = JournalNames(bytes: journals) else { return nil }
    let judge = (try? Data(contentsOf: URL(filePath: folder + "/readings.bin"))).flatMap {
      ReadingModel(bytes: [UInt8]($0))
    }
    return Labeller(model: model, journals: names, judge: judge)
  }

  static func parse(_ path: String, with labeller: Labeller?) throws {
    var style = ListStyle()
    for record in try Corpus.records(path) {
      guard let id = record["id"], let string = record["string"]?.text else { continue }
      let parsed = ReferenceParser.parse(ReferenceText(string), in: &style, with: labeller)
      let line = JSONValue.object([
        JSONMember("id", id), JSONMember("fields", fields(of: parsed.item)), JSONMember("item", parsed.item.cslJSON()),
        JSONMember("confidence", .number(String(parsed.confidence))),
      ])
      print(JSONWriter.text(of: line))
    }
  }

  static func fields(of item: Item) -> JSONValue {
    var members: [JSONMember] = []
    for (name, variable) in [
      ("title", Variable.title), ("container-title", .containerTitle), ("volume", .volume), ("issue", .issue),
      ("page", .page), ("doi", .DOI), ("pmid", .PMID), ("pmcid", .PMCID), ("url", .URL), ("publisher", .publisher),
      ("publisher-place", .publisherPlace), ("edition", .edition),
    ] {
      if let value = item[variable] { members.append(JSONMember(name, .string(value))) }
    }
    if let year = item[date: .issued]?.year { members.append(JSONMember("year", .string(String(year)))) }
    for (name, variable) in [("author", Variable.author), ("editor", .editor)] where !item[names: variable].isEmpty {
      members.append(JSONMember(name, .array(item[names: variable].map { $0.cslJSON() })))
    }
    return .object(members)
  }

  /// Prints what notes hold, with spans in UTF-8 bytes.
  static func notes(_ path: String, with labeller: Labeller?) throws {
    for record in try Corpus.records(path) {
      guard let id = record["id"], let text = record["note"]?.text else { continue }
      let source = Array(text.utf8)
      let lines = LineIndex(source)
      var note = Note(label: "1", range: lines.range(0..<source.count), paragraphs: [])
      var start = 0
      for paragraph in text.components(separatedBy: "\n\n") {
        let range = start..<(start + paragraph.utf8.count)
        note.paragraphs.append(Note.Paragraph(text: paragraph, range: lines.range(range)))
        start = range.upperBound + 2
      }
      var style = ListStyle()
      let read = NoteReader(ReadingCopy(source), labeller: labeller).read(note, in: &style)
      let references = read.references.map { reference in
        JSONValue.object([
          JSONMember(
            "span",
            .array(
              [reference.range.offsets.lowerBound, reference.range.offsets.upperBound].map { .number(String($0)) })),
          JSONMember("fields", fields(of: reference.item)),
        ])
      }
      let line = JSONValue.object([
        JSONMember("id", id), JSONMember("refs", .array(references)),
        JSONMember("mentions", .array(read.terseCitations.map { .string($0.text) })),
      ])
      print(JSONWriter.text(of: line))
    }
  }

  static func speed(_ path: String, with labeller: Labeller?) throws {
    let strings = try Corpus.records(path).compactMap { $0["string"]?.text }
    var titles = 0
    let seconds = processorSeconds {
      for _ in 0..<5 {
        for string in strings where ReferenceParser.parse(ReferenceText(string), with: labeller).item[.title] != nil {
          titles += 1
        }
      }
    }
    print("\(strings.count * 5) references, \(titles) with title, \(Int(Double(strings.count * 5) / seconds)) a second")
  }

  /// Seconds of the processor, which other work on the machine does not lengthen.
  private static func processorSeconds(_ body: () throws -> Void) rethrows -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  /// Prints the strings with the fields marked as they were labelled, and where it differs as they are read.
  static func labels(_ path: String, with labeller: Labeller?) throws {
    for record in try Corpus.records(path) {
      guard let string = record["string"]?.text else { continue }
      let text = ReferenceText(string)
      let gold = Corpus.example(record).map(marked)
      let read = labeller.map { marked(Example(text: text, labels: $0.reading(of: text).labels)) }
      if let gold { print(gold) }
      if let read, read != gold { print("    read:", read) }
    }
  }

  /// Prints works in random styles, and in those of a folder of CSL styles, with their fields marked, to look at.
  static func styles(_ corpus: String, _ folder: String?) throws {
    let records = try ["rendered", "rendered-books"].flatMap {
      try Corpus.records(corpus + "/train-" + $0 + ".jsonl").prefix(2_000)
    }
    let rendered = try folder.map { try RenderedStyles(folder: $0, skipping: []) }
    for example in RandomStyles.examples(of: records, rendering: rendered) { print(marked(example)) }
  }

  static func marked(_ example: Example) -> String {
    var text = ""
    var previous = Label.other
    for (token, label) in zip(example.text.tokens, example.labels) {
      if label != previous, previous != .other { text += "]" }
      if token.followsSpace { text += " " }
      if label != previous, label != .other { text += "[\(label): " }
      text += String(decoding: example.text.bytes[token.range], as: UTF8.self)
      previous = label
    }
    return text + (previous == .other ? "" : "]")
  }

  /// Matches rendered references with a library of 10,000 works, every second of theirs, and counts right, wrong and false links.
  static func matching(_ corpus: String, with labeller: Labeller?) throws {
    var numbers: [String: Int] = [:]
    var items: [Item] = []
    var queries: [(work: Int, text: String)] = []
    for set in ["rendered", "rendered-books"] {
      for record in try Corpus.records(corpus + "/train-" + set + ".jsonl") {
        guard let string = record["string"]?.text, let fields = record["fields"], let title = fields["title"]?.text
        else { continue }
        let key = title.lowercased() + (fields["year"]?.text ?? "")
        if numbers[key] == nil {
          numbers[key] = items.count
          items.append(item(of: fields))
        }
        queries.append((numbers[key] ?? 0, string))
      }
    }
    var library = items.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    let others = try ["grobid", "anystyle-core"].flatMap { try Corpus.records(corpus + "/train-" + $0 + ".jsonl") }
    for record in others where library.count < 10_000 {
      guard let fields = record["fields"], let title = fields["title"]?.text,
        numbers[title.lowercased() + (fields["year"]?.text ?? "")] == nil
      else { continue }
      library.append(item(of: fields))
    }
    let matcher = Matcher(MemoryWorks(library))
    let parsed = queries.map { ReferenceParser.parse(ReferenceText($0.text), with: labeller).item }
    var counts: [String: Int] = [:]
    var shown = 0
    let seconds = try processorSeconds {
      for (query, item) in zip(queries, parsed) {
        let match = try matcher.match(item, text: query.text)
        let outcome: String
        switch match.outcome {
        case .matched(let index):
          outcome = query.work % 2 == 0 ? (index * 2 == query.work ? "right" : "wrong") : "false link"
        case .ambiguous: outcome = query.work % 2 == 0 ? "ambiguous" : "ambiguous, absent"
        case .none: outcome = query.work % 2 == 0 ? "missed" : "absent"
        }
        counts[outcome, default: 0] += 1
        if outcome == "wrong" || outcome == "false link" || outcome == "missed" || outcome == "ambiguous", shown < 60 {
          shown += 1
          print(outcome, query.text.prefix(220), "=>", match.index.flatMap { library[$0][.title] } ?? "-")
          if outcome == "missed" { print("    read", summary(item), "wanted", summary(library[query.work / 2])) }
        }
      }
    }
    print(
      "\(library.count) items, \(queries.count) references,", counts.sorted { $0.key < $1.key },
      "\(Int(Double(queries.count) / seconds)) a second")
  }

  private static func summary(_ item: Item) -> String {
    [
      item[.title] ?? "-", item[names: .author].first?.familyOrLiteral ?? "-",
      item[date: .issued]?.year.map(String.init) ?? "-", item[.volume] ?? "-", item[.page] ?? "-",
    ].joined(separator: " | ")
  }

  private static func item(of fields: JSONValue) -> Item {
    var item = Item(type: .articleJournal)
    for (name, variable) in [
      ("title", Variable.title), ("container-title", .containerTitle), ("volume", .volume), ("page", .page),
      ("doi", .DOI), ("pmid", .PMID),
    ] {
      item[variable] = fields[name]?.text
    }
    item[names: .author] = (fields["author"]?.elements ?? []).compactMap(Name.init(cslJSON:))
    if let year = fields["year"]?.integer { item[date: .issued] = CSLDate(year) }
    return item
  }
}
