import IbidModel

/// Finds the faults of a `.bib` file that break BibTeX or print wrong, each with its place.
package struct BibTeXLint {
  package private(set) var faults: [BibTeXFault] = []
  let bytes: [UInt8]
  private let lines: [Int]
  private var keys: [String: String] = [:]
  private var strings: Set<String> = []
  private var allKeys: Set<String> = []

  /// All faults of a file, in its order.
  package static func faults(in bytes: [UInt8]) -> [BibTeXFault] {
    var lint = BibTeXLint(bytes)
    lint.look()
    return lint.faults.sorted { ($0.line, $0.column, $0.rule) < ($1.line, $1.column, $1.rule) }
  }

  /// The file with all safe edits made; the same bytes where they would lose an entry or a field.
  package static func mended(_ bytes: [UInt8]) -> [UInt8] {
    var mended: [UInt8] = []
    var end = 0
    for edit in faults(in: bytes).compactMap(\.fix).sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= end {
      mended += bytes[end..<edit.range.lowerBound]
      mended += edit.text
      end = edit.range.upperBound
    }
    mended += bytes[end...]
    return shape(mended) == shape(bytes) ? mended : bytes
  }

  /// The names of all rules.
  package static let rules = [
    "bad-isbn", "bad-issn", "bad-year", "control-character", "crossref-to-nothing", "cut-off", "decomposed-accent",
    "doi-as-url", "doi-with-space", "duplicate-key", "field-twice", "html-entity", "key-characters",
    "key-differs-by-case", "missing-comma", "missing-field", "month-spelled-out", "names-by-commas",
    "names-by-semicolons", "no-break-space", "odd-dollar", "pages-dash", "too-many-commas", "trailing-and",
    "unbalanced-braces", "undefined-string", "unescaped-ampersand", "unescaped-hash", "unescaped-percent",
    "unescaped-underscore", "unknown-month", "unknown-type",
  ]

  /// Types, keys and names of fields, which no edit changes.
  private static func shape(_ bytes: [UInt8]) -> [[String]] {
    BibTeXOutline(bytes).entries.map { entry in
      [entry.type, String(decoding: bytes[entry.key], as: UTF8.self)] + entry.fields.map(\.name)
    }
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  mutating func tell(
    _ rule: String, _ severity: Severity, at place: Int, _ message: String, fix: BibTeXFault.Edit? = nil
  ) {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= place { low = middle } else { high = middle }
    }
    faults.append(
      BibTeXFault(
        rule: rule, severity: severity, offset: place, line: low + 1, column: place - lines[low] + 1, message: message,
        fix: fix))
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func look() {
    let outline = BibTeXOutline(bytes)
    for fault in outline.faults {
      let fix = fault.comma.map { BibTeXFault.Edit(range: $0..<$0, text: [UInt8(ascii: ",")]) }
      tell(fault.rule, .error, at: fault.place, fault.message, fix: fix)
    }
    strings = Set(BibTeXStrings.standard.keys).union(Self.months)
    for entry in outline.entries where entry.type == "string" { strings.formUnion(entry.fields.map(\.name)) }
    for entry in outline.entries where entry.type != "string" { allKeys.insert(text(entry.key).lowercased()) }
    for entry in outline.entries where entry.type != "string" { look(at: entry) }
  }

  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private mutating func look(at entry: BibTeXOutline.Entry) {
    let key = text(entry.key)
    if let bad = entry.key.first(where: {
      bytes[$0] <= 0x20 || bytes[$0] > 0x7E || bytes[$0] == 0x23 || bytes[$0] == 0x25
    }) {
      tell("key-characters", .warning, at: bad, "the key “\(key)” has a character that LaTeX does not take")
    }
    if let other = keys[key.lowercased()], !key.isEmpty {
      let isSame = other == key
      tell(
        isSame ? "duplicate-key" : "key-differs-by-case", .error, at: entry.key.lowerBound,
        isSame ? "the key “\(key)” is taken" : "the key “\(key)” differs from “\(other)” only by case")
    } else {
      keys[key.lowercased()] = key
    }
    guard let required = Self.required[entry.type] else {
      tell("unknown-type", .info, at: entry.place, "“\(entry.type)” is no type of BibTeX or biblatex")
      return lookAtFields(of: entry)
    }
    var names = Set(entry.fields.map(\.name))
    if names.contains("date") { names.insert("year") }
    if names.contains("journaltitle") { names.insert("journal") }
    if !names.contains("crossref"), !names.contains("xdata") {
      for choice in required where names.isDisjoint(with: choice) {
        tell("missing-field", .warning, at: entry.place, "“\(key)” has no \(choice.joined(separator: " or "))")
      }
    }
    lookAtFields(of: entry)
  }

  private mutating func lookAtFields(of entry: BibTeXOutline.Entry) {
    var seen: Set<String> = []
    for field in entry.fields {
      if !seen.insert(field.name).inserted {
        tell("field-twice", .warning, at: field.place, "the field “\(field.name)” stands twice")
      }
      for word in field.words where !bytes[word].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        let name = text(word)
        if !strings.contains(name.lowercased()) {
          tell("undefined-string", .warning, at: word.lowerBound, "no string “\(name)” is defined")
        }
      }
      if field.name == "crossref", let inner = field.inner, !allKeys.contains(text(inner).lowercased()) {
        tell("crossref-to-nothing", .warning, at: inner.lowerBound, "no entry has the key “\(text(inner))”")
      }
      if let inner = field.inner { look(at: field.name, inner) }
    }
  }

  private static let required: [String: [[String]]] = [
    "article": [["author", "editor"], ["title"], ["journal"], ["year"]],
    "book": [["author", "editor"], ["title"], ["year"]], "booklet": [["title"]],
    "inbook": [["author", "editor"], ["title"], ["year"]],
    "incollection": [["author", "editor"], ["title"], ["booktitle"], ["year"]],
    "inproceedings": [["author", "editor"], ["title"], ["booktitle"], ["year"]],
    "conference": [["author", "editor"], ["title"], ["booktitle"], ["year"]],
    "mastersthesis": [["author"], ["title"], ["school", "institution"], ["year"]],
    "phdthesis": [["author"], ["title"], ["school", "institution"], ["year"]],
    "techreport": [["author", "editor"], ["title"], ["institution"], ["year"]],
    "proceedings": [["title"], ["year"]], "unpublished": [["author"], ["title"]],
    "manual": [["title"]], "misc": [], "thesis": [["author"], ["title"], ["year"]],
    "report": [["title"], ["year"]], "online": [["title"]], "electronic": [["title"]], "www": [["title"]],
    "collection": [["title"], ["year"]], "mvbook": [["title"]], "mvcollection": [["title"]],
    "mvproceedings": [["title"]], "mvreference": [["title"]], "reference": [["title"]], "inreference": [["title"]],
    "bookinbook": [["title"]], "suppbook": [["title"]], "suppcollection": [["title"]],
    "suppperiodical": [["title"]], "periodical": [["title"]], "patent": [["title"]], "dataset": [["title"]],
    "software": [["title"]], "artwork": [], "audio": [], "image": [], "video": [], "movie": [], "music": [],
    "performance": [], "legal": [], "legislation": [], "jurisdiction": [], "letter": [], "review": [],
    "standard": [], "xdata": [], "set": [],
  ]
}
