import IbidModel

/// The custom properties of a Word document, in which reference managers keep the document's style.
///
/// Source: ECMA-376, part 1, section 22.3; Zotero, `integration.js` (`ZOTERO_PREF_1` …).
struct WordProperties {
  private let part: WordPart
  private var properties: [(token: Int, value: Int, name: String)] = []

  /// Longest text of one property, in UTF-16 units.
  private static let longest = 255
  private static let zotero = "ZOTERO_PREF_"
  private static let mendeley = "Mendeley Citation Style_1"

  init(_ bytes: [UInt8], name: String) throws(ZIPArchive.Failure) {
    part = try WordPart(name: name, bytes: bytes)
    for token in part.children(of: 0) {
      guard let name = part.attribute(token, "name"), let value = part.children(of: token).first else { continue }
      properties.append((token, value, name))
    }
  }

  private var zoteroParts: [(token: Int, value: Int, number: Int)] {
    properties.compactMap { property in
      guard property.name.hasPrefix(Self.zotero) else { return nil }
      return Int(property.name.dropFirst(Self.zotero.utf8.count)).map { (property.token, property.value, $0) }
    }.sorted { $0.number < $1.number }
  }

  /// What Zotero keeps for the document; nil where it keeps nothing.
  var zoteroData: String? {
    let parts = zoteroParts
    guard !parts.isEmpty else { return nil }
    return parts.map { String(decoding: part.text(of: $0.value), as: UTF8.self) }.joined()
  }

  /// The style's identifier, as Zotero or Mendeley knows it.
  var style: String? {
    if let data = zoteroData { return ZoteroPreferences(data).style }
    guard let property = properties.first(where: { $0.name == Self.mendeley }) else { return nil }
    return String(decoding: part.text(of: property.value), as: UTF8.self)
  }

  /// The part with another style in it; nil where no reference manager keeps one.
  func withStyle(_ style: String, locale: String?, hasBibliography: Bool) -> [UInt8]? {
    var edits = WordEdits()
    if let data = zoteroData {
      write(ZoteroPreferences(data).with(style: style, locale: locale, hasBibliography: hasBibliography), &edits)
    }
    if let property = properties.first(where: { $0.name == Self.mendeley }) {
      put(style, into: property.value, &edits)
    }
    return edits.isEmpty ? nil : edits.applied(to: part.bytes)
  }

  private func write(_ data: String, _ edits: inout WordEdits) {
    let pieces = Self.pieces(of: data)
    let parts = zoteroParts
    for (number, property) in parts.enumerated() {
      if number < pieces.count {
        put(pieces[number], into: property.value, &edits)
      } else {
        edits.remove(part.extent(property.token))
      }
    }
    guard pieces.count > parts.count, let last = parts.last else { return }
    var id = properties.compactMap { part.attribute($0.token, "pid").flatMap { Int($0) } }.max() ?? 1
    for number in parts.count..<pieces.count {
      id += 1
      edits.insert(
        copy(of: last.token, last.value, id: id, name: Self.zotero + String(number + 1), text: pieces[number]),
        at: part.extent(last.token).upperBound)
    }
  }

  private func put(_ text: String, into value: Int, _ edits: inout WordEdits) {
    let tag = part.tokens[value]
    guard tag.kind == .start else { return }
    edits.replace(tag.range.upperBound..<part.tokens[tag.match].range.lowerBound, by: WordEscape.text(text.utf8))
  }

  /// A property like another, with other contents.
  private func copy(of token: Int, _ value: Int, id: Int, name: String, text: String) -> String {
    let extent = part.extent(token)
    var edits = WordEdits()
    if let range = part.attributeRange(token, "pid") { edits.replace(range, by: String(id).utf8) }
    if let range = part.attributeRange(token, "name") { edits.replace(range, by: name.utf8) }
    put(text, into: value, &edits)
    return String(decoding: edits.applied(to: part.bytes, within: extent), as: UTF8.self)
  }

  private static func pieces(of data: String) -> [String] {
    var pieces: [String] = []
    var piece = String.UnicodeScalarView()
    var length = 0
    for scalar in data.unicodeScalars {
      let width = scalar.value > 0xFFFF ? 2 : 1
      if length + width > longest {
        pieces.append(String(piece))
        (piece, length) = (String.UnicodeScalarView(), 0)
      }
      piece.append(scalar)
      length += width
    }
    pieces.append(String(piece))
    return pieces
  }

  /// A part that holds nothing but what Zotero keeps for a document.
  static func part(holding data: String) -> [UInt8] {
    let properties = pieces(of: data).enumerated().map { number, piece in
      "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(number + 2)\" name=\"\(zotero)\(number + 1)\">"
        + "<vt:lpwstr>\(WordEscape.text(piece))</vt:lpwstr></property>"
    }
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
      + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
      + properties.joined() + "</Properties>"
    return Array(text.utf8)
  }

  /// The part with what Zotero keeps for a document added.
  func adding(_ data: String) -> [UInt8] {
    var id = properties.compactMap { part.attribute($0.token, "pid").flatMap { Int($0) } }.max() ?? 1
    var text = ""
    for (number, piece) in Self.pieces(of: data).enumerated() {
      id += 1
      text +=
        "<property xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
        + "fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"\(id)\" name=\"\(Self.zotero)\(number + 1)\">"
        + "<vt:lpwstr xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        + WordEscape.text(piece) + "</vt:lpwstr></property>"
    }
    var edits = WordEdits()
    guard part.tokens[0].kind == .start else { return Self.part(holding: data) }
    edits.insert(text, at: part.tokens[part.tokens[0].match].range.lowerBound)
    return edits.applied(to: part.bytes)
  }
}

/// What Zotero keeps for a document, as XML or as JSON.
struct ZoteroPreferences {
  private let text: [UInt8]

  init(_ text: String) { self.text = Array(text.utf8) }

  /// The preferences of a document that has none yet.
  static func made(style: String, locale: String?, session: String, hasBibliography: Bool) -> String {
    "<data data-version=\"3\" zotero-version=\"6.0\"><session id=\"\(session)\"/><style id=\""
      + String(decoding: WordEscape.text(style.utf8, inAttribute: true), as: UTF8.self)
      + "\" locale=\"\(locale ?? "en-US")\" hasBibliography=\"\(hasBibliography ? 1 : 0)\" "
      + "bibliographyStyleHasBeenSet=\"1\"/><prefs><pref name=\"fieldType\" value=\"Field\"/></prefs></data>"
  }

  /// The style's identifier.
  var style: String? {
    if let json, let range = json["styleID"] {
      var reader = JSONReader(text, offset: range.lowerBound)
      return (try? reader.readValue())?.text
    }
    guard let range = attribute("id") else { return nil }
    var value: [UInt8] = []
    MarkupFields.appendText(text, range, isLiteral: false, to: &value)
    return String(decoding: value, as: UTF8.self)
  }

  /// The same with another style.
  func with(style: String, locale: String?, hasBibliography: Bool) -> String {
    var edits = WordEdits()
    if let json {
      func set(_ name: String, _ value: String) {
        let change = json.change(name, to: value)
        edits.replace(change.range, by: change.text)
      }
      set("styleID", JSONWriter.text(of: .string(style)))
      set("hasBibliography", hasBibliography ? "true" : "false")
      if let locale { set("locale", JSONWriter.text(of: .string(locale))) }
    } else {
      if let range = attribute("id") { edits.replace(range, by: WordEscape.text(style.utf8, inAttribute: true)) }
      if let range = attribute("hasBibliography") { edits.replace(range, by: (hasBibliography ? "1" : "0").utf8) }
      if let locale, let range = attribute("locale") {
        edits.replace(range, by: WordEscape.text(locale.utf8, inAttribute: true))
      }
    }
    return String(decoding: edits.applied(to: text), as: UTF8.self)
  }

  /// The object that the style stands in.
  private var json: JSONPlaces? {
    guard text.first == UInt8(ascii: "{"), let whole = JSONPlaces(text, at: 0) else { return nil }
    return whole["style"].flatMap { JSONPlaces(text, at: $0.lowerBound) }
  }

  private func attribute(_ name: String) -> Range<Int>? {
    guard let start = WordPackage.offset(of: "<style ", in: text),
      let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    return WordScanner.attributes(in: text, start..<end).first { text[$0.name].elementsEqual(name.utf8) }?.value
  }
}

extension WordDocument {
  private static let properties = "docProps/custom.xml"

  /// The identifier of the style that the document's reference manager uses; nil where none is kept.
  package var styleIdentifier: String? {
    guard let bytes = try? package.text(of: Self.properties) else { return nil }
    return (try? WordProperties(bytes, name: Self.properties))?.style
  }

  /// Tells the document's reference manager which style is used from now on, where it keeps one.
  package mutating func setStyle(_ style: String, locale: String?, hasBibliography: Bool) {
    guard let bytes = try? package.text(of: Self.properties),
      let changed = (try? WordProperties(bytes, name: Self.properties))?
        .withStyle(style, locale: locale, hasBibliography: hasBibliography)
    else { return }
    package.set(Self.properties, changed)
  }
}
