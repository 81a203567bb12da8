/// Makes Word documents for tests: a ZIP file of stored parts.
public enum DocxFile {
  /// The namespace of WordprocessingML.
  public static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  /// The same of the strict edition.
  public static let strictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  /// A whole package around a body: content types, relationships, and these parts beside.
  ///
  /// - Parameters:
  ///   - notes: the content of the footnotes' part; nil for none.
  ///   - properties: the content of the custom properties' part; nil for none.
  ///   - parts: further parts, which the document's relationships do not know.
  public static func document(
    _ body: String, notes: String? = nil, properties: String? = nil, comments: String? = nil,
    parts: [(name: String, text: String)] = [], namespace: String = namespace
  ) -> [UInt8] {
    let office = "application/vnd.openxmlformats-officedocument."
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var overrides =
      "<Override PartName=\"/word/document.xml\" ContentType=\"\(office)wordprocessingml.document.main+xml\"/>"
    var relationships = ""
    var files: [(name: String, text: String)] = []
    let names = "xmlns:w=\"\(namespace)\""
    for (name, text) in [("footnotes", notes), ("comments", comments)] {
      guard let text else { continue }
      overrides +=
        "<Override PartName=\"/word/\(name).xml\" ContentType=\"\(office)wordprocessingml.\(name)+xml\"/>"
      relationships += "<Relationship Id=\"r\(name)\" Type=\"\(types)\(name)\" Target=\"\(name).xml\"/>"
      files.append(("word/\(name).xml", "<w:\(name) \(names)>\(text)</w:\(name)>"))
    }
    if let properties { files.append(("docProps/custom.xml", properties)) }
    return package(
      [
        (
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\(overrides)</Types>"
        ),
        (
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"\(types)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        ),
        (
          "word/document.xml",
          body.hasPrefix("<?xml") || body.contains("<document")
            ? body : "<w:document \(names)><w:body>\(body)</w:body></w:document>"
        ),
        (
          "word/_rels/document.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relationships)</Relationships>"
        ),
      ] + files + parts)
  }

  /// A paragraph of runs.
  public static func paragraph(_ runs: String...) -> String { "<w:p>\(runs.joined())</w:p>" }

  /// A run of text with these properties.
  public static func run(_ text: String, _ properties: String = "") -> String {
    let rPr = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(rPr)<w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  /// A field with these runs as its result.
  public static func field(_ instruction: String, _ result: String) -> String {
    mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">\(escaped(instruction))</w:instrText></w:r>"
      + mark("separate") + result + mark("end")
  }

  /// A run that holds nothing but a field's character.
  public static func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }

  /// Text as XML has it.
  public static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  /// A package with these parts.
  public static func package(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let contents = Array(part.text.utf8)
      let name = Array(part.name.utf8)
      let sizes = number(checksum(contents), 4) + number(contents.count, 4) + number(contents.count, 4)
      let header = number(20, 2) + number(0, 8) + sizes + number(name.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + header + number(0, 10) + number(file.count, 4) + name
      file += number(0x0403_4B50, 4) + header + name + contents
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
    return file + directory + end
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
