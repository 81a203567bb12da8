import IbidModel

/// Text of EndNote's XML, whose runs have a face and a font, as rich text and back.
enum EndNoteText {
  /// Faces and CSL's tags.
  private static let faces: [(face: String, tag: String)] = [
    ("bold", "b"), ("italic", "i"), ("superscript", "sup"), ("subscript", "sub"),
  ]

  /// The text of an element's runs.
  static func value(of element: RecordElement) -> String {
    let hasRuns = element.child("style") != nil
    var runs: [(tags: [String], text: String)] = []
    for content in element.content {
      switch content {
      case .text(let text):
        // Between runs only layout stands.
        if !hasRuns || text.contains(where: { !$0.isWhitespace }) { add(text, [], to: &runs) }
      case .element(let run):
        let face = run["face"] ?? ""
        let text = run["font"] == "Symbol" ? SymbolFont.text(of: plainText(of: run)) : plainText(of: run)
        add(text, faces.filter { face.contains($0.face) }.map(\.tag), to: &runs)
      }
    }
    let text = runs.map { run in
      run.tags.map { "<\($0)>" }.joined() + run.text + run.tags.reversed().map { "</\($0)>" }.joined()
    }.joined()
    return String(decoding: laidOut(Array(text.utf8)), as: UTF8.self)
  }

  private static func add(_ text: String, _ tags: [String], to runs: inout [(tags: [String], text: String)]) {
    if let last = runs.last, last.tags == tags { runs[runs.count - 1].text += text } else { runs.append((tags, text)) }
  }

  private static func plainText(of element: RecordElement) -> String {
    element.content.map { content in
      switch content {
      case .text(let text): text
      case .element(let inner): plainText(of: inner)
      }
    }.joined()
  }

  /// A carriage return is a line break, and so is a line feed; one with an indent behind it is the file's layout. Runs
  /// of blanks become one, and none stands at the ends of a line.
  private static func laidOut(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index].isASCIISpace else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let end = bytes[index...].firstIndex { !$0.isASCIISpace } ?? bytes.count
      if end < bytes.count, !text.isEmpty { text.append(isLineBreak(bytes[index..<end]) ? 0x0A : 0x20) }
      index = end
    }
    return text
  }

  private static func isLineBreak(_ blanks: ArraySlice<UInt8>) -> Bool {
    if blanks.contains(0x0D) { return true }
    guard let feed = blanks.lastIndex(of: 0x0A) else { return false }
    return feed == blanks.endIndex - 1
  }

  /// Appends a value as XML: plain, or as runs where it has markup.
  static func append(_ value: String, to bytes: inout [UInt8]) {
    let text = Array(value.utf8)
    let tags = RichText.pairedTags(in: text)
    guard !tags.isEmpty else { return append(text[...], to: &bytes) }
    var open: [String] = []
    var index = 0
    for tag in tags {
      appendRun(text[index..<tag.lowerBound], open, to: &bytes)
      index = tag.upperBound
      if text[tag.lowerBound + 1] == UInt8(ascii: "/") {
        open.removeLast()
      } else {
        open.append(
          String(decoding: text[(tag.lowerBound + 1)..<tag.upperBound].prefix(while: \.isASCIILetter), as: UTF8.self))
      }
    }
    appendRun(text[index...], open, to: &bytes)
  }

  private static func appendRun(_ text: ArraySlice<UInt8>, _ open: [String], to bytes: inout [UInt8]) {
    guard !text.isEmpty else { return }
    let face = faces.filter { open.contains($0.tag) }.map(\.face).joined(separator: " ")
    bytes += "<style face=\"\(face.isEmpty ? "normal" : face)\" font=\"default\" size=\"100%\">".utf8
    append(text, to: &bytes)
    bytes += "</style>".utf8
  }

  /// Text as XML's character data; a control character that XML cannot hold becomes a blank, and what is no
  /// character is left out.
  ///
  /// Source: XML 1.0, production 2.
  static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case 0x0A: bytes += "&#xD;".utf8
      case 0xBE, 0xBF:
        bytes.append(byte)
        // U+FFFE and U+FFFF.
        if bytes.suffix(3).elementsEqual([0xEF, 0xBF, byte]) { bytes.removeLast(3) }
      case 0x09, 0x20...: bytes.append(byte)
      default: bytes.append(0x20)
      }
    }
  }
}
