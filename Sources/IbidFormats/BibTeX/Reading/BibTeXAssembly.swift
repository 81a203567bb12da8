import IbidModel
import IbidText

/// Makes an item of an entry. What no variable takes stays in `custom`, as it is written.
struct BibTeXAssembly {
  var item: Item
  /// What could not be understood.
  var faults: [String] = []
  let entry: BibTeXEntry
  private let encodings: BibTeXEncodings
  /// Whether no value of the entry has to be read in another encoding.
  let isUTF8: Bool
  /// For each known name the number of its field, -1 where the entry has none.
  private var places: [Int16]
  /// Which fields were taken.
  private var isTaken: [Bool]

  private static let nowhere = [Int16](repeating: -1, count: BibTeXFieldName.allCases.count)

  init(_ entry: BibTeXEntry, _ encodings: BibTeXEncodings) {
    self.entry = entry
    self.encodings = encodings
    item = Item(id: entry.key, type: BibTeXTypes.type(of: entry.type))
    isUTF8 = TextEncoding.firstInvalidUTF8(in: entry.text) == nil
    places = Self.nowhere
    isTaken = [Bool](repeating: false, count: entry.fields.count)
    for (number, field) in entry.fields.enumerated().prefix(Int(Int16.max)) {
      guard let name = BibTeXFieldName.named(field.name), places[name.number] < 0 else { continue }
      places[name.number] = Int16(number)
    }
    item.texts.reserveCapacity(12)
  }

  /// The item with all that the entry says.
  mutating func assemble() -> Item {
    setNames()
    setTitles()
    setPlace()
    setDates()
    setIdentifiers()
    setOthers()
    refineType()
    forgetImpliedProtection()
    setCustom()
    return item
  }

  // MARK: Fields

  /// Whether the entry has a field that was not taken.
  func has(_ name: BibTeXFieldName) -> Bool {
    let place = places[name.number]
    return place >= 0 && !isTaken[Int(place)]
  }

  /// The value of a field, which is then taken; nil where there is none, or an empty one.
  mutating func take(_ name: BibTeXFieldName) -> ArraySlice<UInt8>? {
    let place = Int(places[name.number])
    guard place >= 0, !isTaken[place] else { return nil }
    isTaken[place] = true
    let value = text(of: entry.fields[place])
    return value.contains { !$0.isASCIISpace } ? value : nil
  }

  /// Gives a field back that could not be understood.
  mutating func giveBack(_ name: BibTeXFieldName) {
    let place = Int(places[name.number])
    if place >= 0 { isTaken[place] = false }
  }

  /// The value of the first of these fields that the entry has.
  mutating func take(firstOf names: BibTeXFieldName...) -> ArraySlice<UInt8>? {
    for name in names { if let value = take(name) { return value } }
    return nil
  }

  private func text(of field: BibTeXEntry.Field) -> ArraySlice<UInt8> {
    let value = entry.text[field.range]
    guard !isUTF8, TextEncoding.firstInvalidUTF8(in: Array(value)) != nil else { return value }
    guard !value.contains(0) else { return text(of: value.filter { $0 != 0 }[...]) }
    return encodings.utf8(value)[...]
  }

  private func text(of value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    TextEncoding.firstInvalidUTF8(in: Array(value)) == nil ? value : encodings.utf8(value)[...]
  }

  /// Sets a variable to the text of a field, with its markup.
  mutating func set(_ variable: Variable, _ name: BibTeXFieldName, isTitle: Bool = false) {
    guard item[variable] == nil, let raw = take(name) else { return }
    set(variable, raw: raw, isTitle: isTitle)
  }

  mutating func set(_ variable: Variable, raw: ArraySlice<UInt8>, isTitle: Bool = false) {
    let (plain, rich) = BibTeXValue.rich(raw, isTitle: isTitle)
    // What is nothing but a command nobody knows is better seen than lost.
    item.texts[variable] = plain.isEmpty ? String(decoding: raw.trimmedASCII, as: UTF8.self) : plain
    if let rich { item.richTexts[variable] = rich }
  }

  /// Forgets the braces of titles that the writer would set itself: they say nothing that the words do not.
  mutating func forgetImpliedProtection() {
    for variable in [Variable.title, .titleShort, .containerTitle, .collectionTitle, .originalTitle] {
      guard let rich = item.richTexts[variable] else { continue }
      let language = variable == .title || variable == .titleShort ? item[.language] : nil
      item.richTexts[variable] = TitleProtection.withoutImplied(rich, plain: item[variable] ?? "", language: language)
    }
  }

  /// Adds a text behind what the variable has.
  mutating func append(_ variable: Variable, _ separator: String, raw: ArraySlice<UInt8>, isTitle: Bool = false) {
    guard let before = item[variable] else { return set(variable, raw: raw, isTitle: isTitle) }
    let (plain, rich) = BibTeXValue.rich(raw, isTitle: isTitle)
    let richBefore = item.richTexts[variable]
    item.texts[variable] = before + separator + plain
    if rich != nil || richBefore != nil {
      item.richTexts[variable] = (richBefore ?? before) + separator + (rich ?? plain)
    }
  }

  // MARK: What is left

  /// Keeps the fields that nothing took, the entry type where the item does not tell it, and the remarks before.
  private mutating func setCustom() {
    var members: [JSONMember] = []
    if !entry.remarks.isEmpty {
      members.append(JSONMember(BibTeXCustom.remarks, .array(entry.remarks.map(JSONValue.string))))
    }
    if BibTeXDialect.bibtex.entryType(of: item) != entry.type, BibTeXDialect.biblatex.entryType(of: item) != entry.type
    {
      members.append(JSONMember(BibTeXCustom.entryType, .string(entry.type)))
    }
    for (number, field) in entry.fields.enumerated() where !isTaken[number] {
      let value = text(of: field).trimmedASCII
      members.append(JSONMember(field.name, .string(String(decoding: value, as: UTF8.self))))
    }
    if !members.isEmpty { item.custom.append(JSONMember(BibTeXCustom.name, .object(members))) }
  }
}
