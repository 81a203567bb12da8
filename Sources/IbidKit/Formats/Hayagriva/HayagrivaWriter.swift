import IbidFormats
import IbidModel
import IbidText

/// Writes items as Hayagriva's YAML, an entry an item.
struct HayagrivaWriter: RecordWriter {
  var bytes: [UInt8] = []

  mutating func write(_ item: Item) {
    line(0, Self.key(item.id), nil)
    let names = HayagrivaFields.names(for: item.type)
    line(1, "type", names.type)
    title(item[.title], short: item[.titleShort], level: 1)
    writeNames(of: item)
    if let date = item[date: .issued].flatMap(Self.date) { line(1, "date", date) }
    writePublisher(of: item)
    let hasParent = item[.containerTitle] != nil
    for row in HayagrivaFields.texts where !(hasParent && HayagrivaFields.ofParent.contains(row.field)) {
      if let text = item[row.variable] { quoted(1, row.field, text) }
    }
    writeAddress(of: item)
    writeSerials(of: item)
    if hasParent { writeParent(of: item, type: names.parent) }
    for member in item[custom: "hayagriva"]?.members ?? [] { write(member.value, named: member.name, level: 1) }
    bytes.append(0x0A)
  }

  private mutating func title(_ title: String?, short: String?, level: Int) {
    guard let title else { return }
    guard let short else { return quoted(level, "title", title) }
    line(level, "title", nil)
    quoted(level + 1, "value", title)
    quoted(level + 1, "short", short)
  }

  private mutating func writeNames(of item: Item) {
    list("author", item[names: .author], level: 1)
    list("editor", item[names: .editor], level: 1)
    let groups = HayagrivaFields.roles.filter { !item[names: $0.variable].isEmpty }
    guard !groups.isEmpty else { return }
    line(1, "affiliated", nil)
    for group in groups {
      bytes += "    - role: \(group.name)\n      names:\n".utf8
      for name in item[names: group.variable] { element(name, level: 4) }
    }
  }

  private mutating func list(_ field: String, _ names: [Name], level: Int) {
    guard !names.isEmpty else { return }
    line(level, field, nil)
    for name in names { element(name, level: level + 1) }
  }

  private mutating func element(_ name: Name, level: Int) {
    bytes += String(repeating: "  ", count: level).utf8
    bytes += "- ".utf8
    guard let family = name.family else {
      let text = name.literal ?? name.given ?? ""
      // A comma would make it a person's.
      bytes += (text.contains(",") ? "{ name: \(Self.string(text)) }" : Self.string(text)).utf8
      return bytes.append(0x0A)
    }
    let particle = [name.droppingParticle, name.nonDroppingParticle].compactMap(\.self).joined(separator: " ")
    let parts = [
      ("name", family), ("given-name", name.given), ("prefix", particle.isEmpty ? nil : particle),
      ("suffix", name.suffix),
    ]
    let said = parts.compactMap { part in part.1.map { "\(part.0): \(Self.string($0))" } }
    bytes += "{ \(said.joined(separator: ", ")) }\n".utf8
  }

  private mutating func writePublisher(of item: Item) {
    switch (item[.publisher], item[.publisherPlace]) {
    case (let name?, let place?):
      line(1, "publisher", nil)
      quoted(2, "name", name)
      quoted(2, "location", place)
    case (let name?, nil): quoted(1, "publisher", name)
    case (nil, let place?): quoted(1, "location", place)
    case (nil, nil): break
    }
  }

  private mutating func writeAddress(of item: Item) {
    guard let address = item[.URL] else { return }
    guard let date = item[date: .accessed].flatMap(Self.date) else { return line(1, "url", Self.string(address)) }
    line(1, "url", nil)
    line(2, "value", Self.string(address))
    line(2, "date", date)
  }

  private mutating func writeSerials(of item: Item) {
    let serials = HayagrivaFields.serials.compactMap { row in item[row.variable].map { (row.name, $0) } }
    guard !serials.isEmpty else { return }
    line(1, "serial-number", nil)
    for (name, value) in serials { line(2, name, Self.string(value)) }
  }

  private mutating func writeParent(of item: Item, type: String) {
    line(1, "parent", nil)
    line(2, "type", type)
    title(item[.containerTitle], short: item[.containerTitleShort], level: 2)
    list("author", item[names: .containerAuthor], level: 2)
    for row in HayagrivaFields.texts where HayagrivaFields.ofParent.contains(row.field) {
      if let text = item[row.variable] { quoted(2, row.field, text) }
    }
    if let series = item[.collectionTitle] {
      line(2, "parent", nil)
      line(3, "type", "anthology")
      quoted(3, "title", series)
    }
  }

  /// `2020-05-12`, `~1850`; nil for words, which Hayagriva has no place for.
  private static func date(_ date: CSLDate) -> String? {
    guard let start = date.start, start.year >= 0, start.year < 10_000 else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    var text = (date.isCirca ? "~" : "") + padded(start.year, 4)
    if let month = start.month {
      text += "-" + padded(month, 2)
      if let day = start.day { text += "-" + padded(day, 2) }
    }
    // A plain year would be a number, and a date of other programs one of theirs.
    return "\"" + text + "\""
  }

  private mutating func write(_ value: JSONValue, named name: String, level: Int) {
    line(level, Self.key(name), Self.yaml(value))
  }

  private mutating func quoted(_ level: Int, _ name: String, _ text: String) {
    line(level, name, Self.string(Self.escaped(text)))
  }

  private mutating func line(_ level: Int, _ name: String, _ value: String?) {
    bytes += String(repeating: "  ", count: level).utf8
    bytes += name.utf8
    bytes += (value.map { ": " + $0 } ?? ":").utf8
    bytes.append(0x0A)
  }

  private static func string(_ text: String) -> String { yaml(.string(text)) }

  /// A value as YAML, which holds JSON but for a few characters: control characters and what is none it does not allow,
  /// and separators of lines are line breaks to it, which it reads as blanks.
  ///
  /// Source: YAML 1.2.2, section 5.1; YAML 1.1, section 5.4.
  private static func yaml(_ value: JSONValue) -> String {
    var yaml = String.UnicodeScalarView()
    for scalar in JSONWriter.text(of: value).unicodeScalars {
      switch scalar.value {
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        yaml.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).unicodeScalars)
      default: yaml.append(scalar)
      }
    }
    return String(yaml)
  }

  /// Marks that mean something in Hayagriva's texts: braces keep capitals, and dollars hold a formula.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "{}$\\".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// A key as it is where YAML takes it so, else in quotation marks.
  private static func key(_ key: String) -> String {
    let isPlain =
      key.utf8.first?.isASCIILetter == true
      && key.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x5F }
      && !["true", "false", "null", "yes", "no", "on", "off"].contains(key.lowercased())
    return isPlain ? key : string(key)
  }
}
