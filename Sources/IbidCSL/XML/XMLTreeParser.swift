import IbidModel

/// Parses the XML of styles and locales: elements, attributes, text, CDATA and the predefined and numeric entities.
///
/// A document type is passed over unread, so that no entity can expand; nesting is capped at 256.
struct XMLTreeParser {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private static let deepest = 256

  /// The root element of a document.
  ///
  /// - Throws: `CSLError` where the bytes are no well-formed XML.
  static func parse(_ bytes: [UInt8]) throws(CSLError) -> XMLTree {
    var parser = XMLTreeParser(bytes: bytes)
    return try parser.parseDocument()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func parseDocument() throws(CSLError) -> XMLTree {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    var open: [XMLTree] = []
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        let text = try readText(until: UInt8(ascii: "<"))
        if open.isEmpty {
          guard text.utf8.allSatisfy(\.isASCIISpace) else { throw error("text outside the root element") }
        } else {
          open[open.count - 1].text += text
        }
        continue
      }
      if skip("<!--") {
        try skip(past: "-->", of: "comment")
      } else if skip("<?") {
        try skip(past: "?>", of: "processing instruction")
      } else if skip("<![CDATA[") {
        let start = offset
        try skip(past: "]]>", of: "CDATA section")
        guard !open.isEmpty else { throw error("text outside the root element") }
        open[open.count - 1].text += try string(bytes[start..<offset - 3])
      } else if skip("<!DOCTYPE") {
        try skipDocumentType()
      } else if skip("</") {
        let name = try readName()
        skipBlanks()
        guard skip(">"), let element = open.popLast(), element.name == name else {
          throw error("the end tag «\(name)» closes nothing that is open")
        }
        if open.isEmpty { return try finish(element) }
        open[open.count - 1].children.append(element)
      } else {
        offset += 1
        let (element, isEmpty) = try readStartTag()
        if !isEmpty {
          guard open.count < Self.deepest else { throw error("elements nested deeper than \(Self.deepest)") }
          open.append(element)
        } else if open.isEmpty {
          return try finish(element)
        } else {
          open[open.count - 1].children.append(element)
        }
      }
    }
    throw error(open.last.map { "the document ends inside «\($0.name)»" } ?? "no element: this is no XML")
  }

  /// What stands behind the root element may only be white space, comments and instructions.
  private mutating func finish(_ root: XMLTree) throws(CSLError) -> XMLTree {
    while offset < bytes.count {
      skipBlanks()
      if skip("<!--") {
        try skip(past: "-->", of: "comment")
      } else if skip("<?") {
        try skip(past: "?>", of: "processing instruction")
      } else if offset < bytes.count {
        throw error("something stands behind the root element")
      }
    }
    return root
  }

  private mutating func readStartTag() throws(CSLError) -> (XMLTree, isEmpty: Bool) {
    var element = XMLTree(name: try readName(), line: line)
    while true {
      let before = offset
      skipBlanks()
      if skip("/>") { return (element, true) }
      if skip(">") { return (element, false) }
      guard offset > before else { throw error("the tag «\(element.name)» is not well-formed") }
      let (prefix, name) = try readQualifiedName()
      skipBlanks()
      guard skip("=") else { throw error("«=» should stand after the attribute «\(name)»") }
      skipBlanks()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'") else {
        throw error("the value of «\(name)» should stand in quotation marks")
      }
      let quote = bytes[offset]
      offset += 1
      let value = try readText(until: quote, isAttribute: true)
      guard offset < bytes.count else { throw error("the value of «\(name)» has no end") }
      offset += 1
      guard prefix != "xmlns", prefix != nil || name != "xmlns" else { continue }
      guard element[name] == nil else { throw error("the attribute «\(name)» stands twice") }
      element.attributes.append((name, value))
    }
  }

  private mutating func readName() throws(CSLError) -> String { try readQualifiedName().name }

  private mutating func readQualifiedName() throws(CSLError) -> (prefix: String?, name: String) {
    let start = offset
    while offset < bytes.count, isName(bytes[offset]) { offset += 1 }
    guard offset > start else { throw error("a name should stand here") }
    let name = bytes[start..<offset]
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return (nil, try string(name)) }
    return (try string(name[..<colon]), try string(name[(colon + 1)...]))
  }

  private func isName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  /// Text up to `end`, entities resolved; white space in an attribute becomes blanks, as XML asks.
  private mutating func readText(until end: UInt8, isAttribute: Bool = false) throws(CSLError) -> String {
    var text: [UInt8] = []
    while offset < bytes.count, bytes[offset] != end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "&") {
        try readEntity(into: &text)
        continue
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard !isAttribute || byte != UInt8(ascii: "<") else { throw error("«<» inside an attribute's value") }
      offset += 1
      if byte == UInt8(ascii: "\r") {
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { continue }
        text.append(isAttribute ? 0x20 : 0x0A)
      } else {
        text.append(isAttribute && byte.isASCIISpace ? 0x20 : byte)
      }
    }
    return try string(text[...])
  }

  private mutating func readEntity(into text: inout [UInt8]) throws(CSLError) {
    let limit = min(bytes.count, offset + 12)
    guard let end = bytes[offset..<limit].firstIndex(of: UInt8(ascii: ";")) else {
      throw error("«&» starts no entity; write «&amp;»")
    }
    let name = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
    switch name {
    case "amp": text.append(UInt8(ascii: "&"))
    case "lt": text.append(UInt8(ascii: "<"))
    case "gt": text.append(UInt8(ascii: ">"))
    case "quot": text.append(UInt8(ascii: "\""))
    case "apos": text.append(UInt8(ascii: "'"))
    default:
      let value =
        name.hasPrefix("#x")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      guard let value, value > 0, let scalar = Unicode.Scalar(value) else {
        throw error("«&\(name);» is no entity of XML's own")
      }
      text.append(contentsOf: String(scalar).utf8)
    }
    offset = end + 1
  }

  private mutating func skipDocumentType() throws(CSLError) {
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\n"): line += 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
    }
    throw error("the document type has no end")
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count else { return false }
    let isThere = word.withUTF8Buffer { bytes[offset..<offset + length].elementsEqual($0) }
    if isThere { offset += length }
    return isThere
  }

  private mutating func skip(past end: StaticString, of what: String) throws(CSLError) {
    while offset < bytes.count {
      if skip(end) { return }
      if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
    throw error("a \(what) without its end")
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, bytes[offset].isASCIISpace {
      if bytes[offset] == UInt8(ascii: "\n") { line += 1 }
      offset += 1
    }
  }

  private func string(_ bytes: ArraySlice<UInt8>) throws(CSLError) -> String {
    guard let string = String(validating: bytes, as: UTF8.self) else { throw error("bytes that are no UTF-8") }
    return string
  }

  private func error(_ reason: String) -> CSLError { CSLError(line: line, reason) }
}
