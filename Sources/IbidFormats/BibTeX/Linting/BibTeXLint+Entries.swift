import IbidModel
import IbidText

extension BibTeXLint {
  mutating func look(at entry: Entry) {
    // `@include{file}` of other programs holds no work.
    guard !(entry.type == "include" && entry.places.fields.isEmpty) else { return }
    var entry = entry
    entry.isDamaged = lookAtSyntax(of: entry)
    lookAtKey(of: entry)
    let missing = lookAtType(of: entry)
    if BibTeXTypes.isBiblatexOnly(entry.type), entry.type != "electronic", entry.type != "www" { isBiblatex = true }
    var names: Set<String> = []
    for field in entry.places.fields {
      let isNew = names.insert(field.name).inserted
      if !isNew {
        tell(
          "field-twice", at: field.nameRange, "the field “\(field.name)” stands twice; BibTeX takes the first one")
      }
      lookAtName(of: field, in: &names)
      lookAtWords(of: field, entry.places)
      look(at: field, of: entry)
    }
    if names.contains("date") && !names.contains("year") || !names.isDisjoint(with: BibTeXLintFields.ofBiblatex) {
      isBiblatex = true
    }
    lookAtDay(of: entry)
    if missing, !entry.isDamaged { lookForMissing(in: entry) }
  }

  private mutating func lookAtKey(of entry: Entry) {
    let range = entry.places.key
    guard !entry.key.isEmpty else {
      if entry.type != "set" || !entry.isDamaged { tell("missing-key", at: entry.head, "this entry has no key") }
      return
    }
    if let bad = range.first(where: { bytes[$0] <= 0x20 || bytes[$0] > 0x7E || Self.badInKeys.contains(bytes[$0]) }) {
      let length = bytes[bad...].dropFirst().prefix { $0 & 0xC0 == 0x80 }.count
      tell(
        "key-characters", at: bad..<bad + 1 + length,
        "the key “\(entry.key)” has a character that BibTeX, biber or LaTeX does not take",
        severity: bytes[bad] <= 0x20 ? .error : nil)
    }
    let folded = entry.key.lowercased()
    guard let other = keys[folded] else {
      keys[folded] = entry.key
      return
    }
    if other == entry.key {
      tell("duplicate-key", at: range, "the key “\(other)” is taken by an entry before")
    } else {
      tell("key-differs-by-case", at: range, "the key “\(entry.key)” differs from “\(other)” only by case")
    }
  }

  private static let badInKeys = Set("\"#%'(){}=~\\".utf8)

  /// - Returns: whether the type asks for fields.
  private mutating func lookAtType(of entry: Entry) -> Bool {
    if BibTeXLintFields.required[entry.type] != nil { return true }
    guard !BibTeXTypes.isKnown(entry.type), !BibTeXLintFields.otherTypes.contains(entry.type) else { return false }
    let near = BibTeXLintFields.near(entry.type, among: BibTeXLintFields.required.keys)
    let hint = near.map { "; did you mean “\($0)”?" } ?? ""
    tell(
      "unknown-type", at: entry.head, "“\(entry.type)” is no type of BibTeX’s or biblatex’s\(hint)",
      severity: near == nil ? .info : nil)
    return false
  }

  /// A name that nothing prints. Where it is another's misspelt, that one is not missing.
  private mutating func lookAtName(of field: BibTeXPlaces.Field, in names: inout Set<String>) {
    guard !BibTeXLintFields.isKnown(field.name) else { return }
    let near = BibTeXLintFields.near(field.name, among: BibTeXLintFields.usual)
    if let near { names.insert(near) }
    guard unknownFields.insert(field.name).inserted || near != nil else { return }
    let hint = near.map { "; did you mean “\($0)”?" } ?? ""
    tell(
      "unknown-field", at: field.nameRange, "“\(field.name)” is no field of BibTeX’s or biblatex’s\(hint)",
      severity: near == nil ? .info : nil)
  }

  /// Names of strings, and words that lack their braces.
  mutating func lookAtWords(of field: BibTeXPlaces.Field, _ places: BibTeXPlaces) {
    for piece in places.pieces[field.pieces] where piece.delimiter == .none {
      guard bytes[piece.range].contains(where: { !$0.isASCIIDigit }) else { continue }
      let word = text(piece.range)
      if word.utf8.contains(where: { $0.isASCIISpace }) {
        tell("stray-text", at: piece.range, "words stand here without braces")
      } else if field.name == "month", !Self.months.contains(word.lowercased()),
        let month = Month.number(inAnyLanguage: word.lowercased()), let macro = Month.abbreviation(of: month)
      {
        tell(
          "month-spelled-out", at: piece.range, "no style defines the string “\(word)”; the month’s is “\(macro)”",
          severity: .warning, fix: .init(range: piece.range, text: Array(macro.utf8)))
      } else {
        let name = word.lowercased()
        tell("undefined-string", at: piece.range, "no string “\(word)” is defined", if: .noString(name))
      }
    }
  }

  private mutating func lookForMissing(in entry: Entry) {
    guard let required = BibTeXLintFields.required[entry.type] else { return }
    var names: Set<String> = []
    for field in entry.places.fields {
      let pieces = entry.places.pieces[field.pieces]
      if pieces.contains(where: { $0.delimiter == .none || !bytes[$0.range].allSatisfy(\.isASCIISpace) }) {
        names.insert(field.name)
        if !BibTeXLintFields.isKnown(field.name),
          let near = BibTeXLintFields.near(field.name, among: BibTeXLintFields.usual)
        {
          names.insert(near)
        }
      }
    }
    guard names.isDisjoint(with: ["crossref", "xdata"]) else { return }
    for (alias, name) in BibTeXLintFields.aliases where names.contains(alias) { names.insert(name) }
    for choice in required {
      let fields = choice.fields.split(separator: "/").map(String.init)
      guard names.isDisjoint(with: fields) else { continue }
      let place = entry.places.fields.first { fields.contains($0.name) }?.nameRange ?? entry.head
      tell(
        "missing-field", at: place, "“\(entry.key)” has no \(fields.joined(separator: " or "))",
        severity: choice.isBibTeXOnly ? .info : nil, if: choice.isBibTeXOnly ? .isBibTeX : nil)
    }
  }

  private mutating func look(at field: BibTeXPlaces.Field, of entry: Entry) {
    let pieces = entry.places.pieces[field.pieces]
    let kind = BibTeXLintFields.kind(of: field.name)
    for piece in pieces { lookAtCharacters(piece.range, isPrinted: kind == .printed) }
    switch kind {
    case .printed: lookAtLaTeX(pieces)
    case .hidden: lookForEntities(pieces, severity: .info)
    case .verbatim, .other: break
    }
    guard !pieces.allSatisfy({ bytes[$0.range].allSatisfy(\.isASCIISpace) }) else { return }
    switch field.name {
    case "author", "editor", "translator": lookAtNames(WrittenValue(pieces, in: bytes))
    case "pages": lookAtPages(WrittenValue(pieces, in: bytes))
    case "month": lookAtMonth(pieces)
    case "year": lookAtYear(WrittenValue(pieces, in: bytes))
    case "date", "urldate", "eventdate", "origdate": lookAtDate(WrittenValue(pieces, in: bytes))
    case "doi":
      let value = WrittenValue(pieces, in: bytes)
      lookAtDOI(value)
      lookForOther(value, entry)
    case "url": lookAtURL(pieces)
    case "isbn": lookAtISBN(WrittenValue(pieces, in: bytes))
    case "issn": lookAtISSN(WrittenValue(pieces, in: bytes))
    case "title": lookAtCapitals(WrittenValue(pieces, in: bytes), of: entry)
    case "crossref", "xref", "xdata": lookAtKeys(WrittenValue(pieces, in: bytes), field.name)
    default: break
    }
  }

  /// Keys of other entries.
  private mutating func lookAtKeys(_ value: WrittenValue, _ field: String) {
    guard !value.hasWords else { return }
    let all = 0..<value.text.count
    let parts = field == "xdata" ? value.text.split(separator: UInt8(ascii: ",")).map(\.indices) : [all]
    for part in parts {
      let range = value.text.trimmedASCII(part)
      let key = String(decoding: value.text[range], as: UTF8.self)
      tell(
        "crossref-to-nothing", in: value, at: range, "no entry has the key “\(key)”", if: .noKey(key.lowercased()))
    }
  }
}
