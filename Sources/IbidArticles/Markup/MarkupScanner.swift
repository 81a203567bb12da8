import IbidModel

/// A tag of XML or HTML.
struct MarkupTag: Sendable {
  /// The local name, in lower case.
  var name: String
  var isEmpty = false
  /// Attributes, names in lower case without prefix; values with the commonest entities resolved.
  var attributes: [(name: String, value: String)] = []
  var range: Range<Int>

  /// An attribute's value; nil where the tag has none of this name.
  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
}

/// What a scanner finds next in XML or HTML.
enum MarkupToken: Sendable {
  case start(MarkupTag)
  case end(String, Range<Int>)
  /// Text as it is written, entities unresolved; within CDATA nothing is an entity.
  case text(Range<Int>, isLiteral: Bool)
}

/// Reads the tags and texts of XML and HTML with their places, and forgives what is broken.
///
/// Nothing is expanded, loaded or kept as a tree, so that no input can take more time or memory than its length.
struct MarkupScanner {
  private let bytes: [UInt8]
  private var index: Int
  private let isHTML: Bool
  /// Set where a construct is known to be unclosed, so that its end is not searched for twice.
  private var lacksTagEnd = false

  /// Longest tag that is read, in bytes; a longer one, and all behind it, is text.
  private let longestTag: Int

  init(_ bytes: [UInt8], from start: Int, isHTML: Bool, longestTag: Int = 65_536) {
    self.longestTag = longestTag
    self.bytes = bytes
    index = start
    self.isHTML = isHTML
  }

  mutating func next() -> MarkupToken? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), !lacksTagEnd, index + 1 < bytes.count else { return text() }
      switch bytes[index + 1] {
      case UInt8(ascii: "!"):
        if let literal = skipDeclaration() { return literal }
      case UInt8(ascii: "?"): index = end(of: "?>", from: index + 2)
      case UInt8(ascii: "/"):
        if let token = endTag() { return token }
        return text()
      default:
        guard bytes[index + 1].isASCIILetter, let tag = startTag() else { return text() }
        if isHTML, !tag.isEmpty, ["script", "style"].contains(tag.name) {
          skipRaw(tag.name)
          continue
        }
        return .start(tag)
      }
    }
    return nil
  }

  /// Text up to the next tag; one byte at least.
  private mutating func text() -> MarkupToken {
    let start = index
    index += 1
    while index < bytes.count, lacksTagEnd || bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(start..<index, isLiteral: false)
  }

  /// Passes comments and document types; CDATA is text.
  private mutating func skipDeclaration() -> MarkupToken? {
    if starts(with: "<!--") {
      index = end(of: "-->", from: index + 4)
    } else if starts(with: "<![CDATA[") {
      let start = index + 9
      index = end(of: "]]>", from: start)
      return .text(start..<max(start, index < bytes.count || hasSuffix("]]>") ? index - 3 : index), isLiteral: true)
    } else {
      var depth = 0
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: "[") { depth += 1 }
        if bytes[index] == UInt8(ascii: "]") { depth -= 1 }
        index += 1
        if depth <= 0, bytes[index - 1] == UInt8(ascii: ">") { break }
      }
    }
    return nil
  }

  private func hasSuffix(_ word: String) -> Bool { bytes.suffix(word.utf8.count).elementsEqual(word.utf8) }

  private func starts(with word: String) -> Bool {
    index + word.utf8.count <= bytes.count && bytes[index..<index + word.utf8.count].elementsEqual(word.utf8)
  }

  /// The offset behind the next `word`; the end of the file where there is none.
  private func end(of word: String, from start: Int) -> Int {
    let word = Array(word.utf8)
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) { return index + word.count }
      index += 1
    }
    return bytes.count
  }

  /// Passes the inside of a script or style sheet.
  private mutating func skipRaw(_ name: String) {
    let close = Array("</\(name)".utf8)
    while index + close.count <= bytes.count {
      if bytes[index] == close[0], Array(bytes[index..<index + close.count]).loweredASCII == close { return }
      index += 1
    }
    index = bytes.count
  }

  private mutating func endTag() -> MarkupToken? {
    guard let close = tagEnd(from: index) else { return nil }
    let start = index
    let name = name(from: index + 2, to: close)
    index = close + 1
    return .end(name.name, start..<index)
  }

  private mutating func startTag() -> MarkupTag? {
    guard let close = tagEnd(from: index) else { return nil }
    let start = index
    let (name, behind) = name(from: index + 1, to: close)
    index = close + 1
    var tag = MarkupTag(name: name, range: start..<index)
    tag.isEmpty = close > start && bytes[close - 1] == UInt8(ascii: "/")
    tag.attributes = attributes(behind..<close)
    return tag
  }

  /// Where the `>` of a tag stands, quoted ones passed over.
  private mutating func tagEnd(from start: Int) -> Int? {
    var quote: UInt8?
    let limit = min(bytes.count, start + longestTag)
    var end = start
    while end < limit {
      let byte = bytes[end]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return end
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[end - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      end += 1
    }
    lacksTagEnd = true
    return nil
  }

  private func name(from start: Int, to end: Int) -> (name: String, end: Int) {
    var index = start
    var local = start
    while index < end, !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: "/") {
      if bytes[index] == UInt8(ascii: ":") { local = index + 1 }
      index += 1
    }
    return (String(decoding: Array(bytes[local..<index]).loweredASCII, as: UTF8.self), index)
  }

  private func attributes(_ range: Range<Int>) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var index = range.lowerBound
    while index < range.upperBound, attributes.count < 64 {
      guard !bytes[index].isASCIISpace, bytes[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let start = index
      while index < range.upperBound, bytes[index] != UInt8(ascii: "="), !bytes[index].isASCIISpace { index += 1 }
      let name = String(decoding: Array(bytes[start..<index]).loweredASCII, as: UTF8.self)
      guard index < range.upperBound, bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      let quote = index < range.upperBound ? bytes[index] : 0
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      if isQuoted { index += 1 }
      let value = index
      while index < range.upperBound, isQuoted ? bytes[index] != quote : !bytes[index].isASCIISpace { index += 1 }
      let local = name.split(separator: ":").last.map(String.init) ?? name
      attributes.append((local, String(decoding: bytes[value..<index], as: UTF8.self)))
      index += 1
    }
    return attributes
  }
}
