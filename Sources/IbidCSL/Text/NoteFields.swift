import IbidModel

/// Variables that people write into an item's note, because their reference manager has no field for them: lines such
/// as `original-date: 1964` at its beginning, or `{:original-date: 1964}` anywhere.
///
/// Source: citeproc-js manual, «Cheater syntax for odd fields».
enum NoteFields {
  /// The item with the variables of its note, where it lacks them; dates and the type replace what is there.
  static func read(_ item: Item) -> Item {
    guard let note = item[.note], note.utf8.contains(UInt8(ascii: ":")) else { return item }
    let rich = item.richTexts[.note] ?? note
    var fields = braced(rich)
    if fields.isEmpty { fields = lines(rich) }
    guard !fields.isEmpty else { return item }
    var reader = Reader(item: item)
    for field in fields { reader.take(field.name, field.value) }
    return reader.finished()
  }

  private typealias Field = (name: String, value: String)

  private static func braced(_ note: String) -> [Field] {
    var fields: [Field] = []
    var rest = note.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      rest = rest[rest.index(after: open)...]
      guard rest.first == UInt8(ascii: ":") else { continue }
      guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { break }
      if let field = field(rest[rest.index(after: rest.startIndex)..<close]) { fields.append(field) }
      rest = rest[rest.index(after: close)...]
    }
    return fields
  }

  /// Fields stand on the first lines, with one line of other text before them at most.
  private static func lines(_ note: String) -> [Field] {
    var fields: [Field] = []
    for (number, line) in note.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if let field = field(line) {
        fields.append(field)
      } else if number > 0, !line.allSatisfy(\.isASCIISpace) {
        break
      }
    }
    return fields
  }

  /// `name: value`, the name in small letters with hyphens, or in capitals as `DOI`.
  private static func field(_ line: Substring.UTF8View) -> Field? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line[..<colon]
    let isPlain = name.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    let isCapital = name.allSatisfy { (65...90).contains($0) }
    let value = line[line.index(after: colon)...].trimmedASCII
    guard !name.isEmpty, isPlain || isCapital, !value.isEmpty else { return nil }
    let spelled = name.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    return (String(decoding: spelled, as: UTF8.self), String(decoding: Array(value), as: UTF8.self))
  }

  /// Puts fields into an item; several of one name variable are one list.
  private struct Reader {
    var item: Item
    private var names: [Variable: [Name]] = [:]

    init(item: Item) { self.item = item }

    mutating func take(_ name: String, _ value: String) {
      if name == "type" {
        item.type = ItemType(rawValue: value) ?? item.type
        return
      }
      guard let variable = Variable(name: name) else { return }
      switch variable.kind {
      case .date: if let date = CSLDate(edtf: value) { item[date: variable] = date }
      case .names:
        guard item[names: variable].isEmpty else { return }
        names[variable, default: []].append(self.name(value))
      case .standard, .number: if item[variable] == nil { item.set(variable, richText: value) }
      }
    }

    /// `family || given`, or a name of one piece.
    private func name(_ value: String) -> Name {
      let parts = value.utf8.split(separator: UInt8(ascii: "|")).map {
        String(decoding: $0.trimmedASCII, as: UTF8.self)
      }
      var name = Name()
      if parts.count == 2 {
        name.family = parts[0]
        name.given = parts[1]
      } else {
        name.literal = value
      }
      return name
    }

    func finished() -> Item {
      var item = item
      for (variable, list) in names { item[names: variable] = list }
      return item
    }
  }
}
