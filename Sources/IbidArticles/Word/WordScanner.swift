import IbidModel

/// Cuts XML into tags and texts, and knows the elements of Word's namespaces whatever their prefixes.
///
/// Source: XML 1.0, fifth edition; Namespaces in XML 1.0; ECMA-376, part 1, annex A, and part 4 («transitional»).
struct WordScanner {
  /// What `WordPart.Token` is made of.
  struct Found {
    var kind: WordPart.Token.Kind
    var tag: WordTag
    var range: Range<Int>
    var parent: Int
    var match: Int
  }

  private enum Space { case word, alternative, formula, other }

  private let bytes: [UInt8]
  private(set) var index = 0
  private(set) var tokens: [Found] = []
  /// The prefix that the root binds to WordprocessingML.
  private(set) var rootPrefix: String?
  /// WordprocessingML's namespace as this part names it.
  private(set) var namespace: String?
  private var open: [Int] = []
  private var names: [Range<Int>] = []
  private var bindings: [(prefix: [UInt8], space: Space, depth: Int)] = []
  /// The prefix that was looked up last.
  private var last: (prefix: [UInt8], space: Space)?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Cuts all of it; false where it is not well-formed at `index`.
  mutating func scan() -> Bool {
    tokens.reserveCapacity(bytes.count / 24)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        readText()
        continue
      }
      guard index + 1 < bytes.count else { return false }
      switch bytes[index + 1] {
      case UInt8(ascii: "?"): guard skip(to: "?>") else { return false }
      case UInt8(ascii: "!"): guard skipDeclaration() else { return false }
      case UInt8(ascii: "/"): guard readEnd() else { return false }
      default: guard readStart() else { return false }
      }
    }
    return open.isEmpty && !tokens.isEmpty
  }

  private mutating func readText() {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    if !open.isEmpty { append(.text, .other, start..<index) }
  }

  private mutating func skipDeclaration() -> Bool {
    if has("<!--") { return skip(to: "-->") }
    let start = index + 9
    // A document type could define entities; no word processor writes one.
    guard has("<![CDATA["), skip(to: "]]>") else { return false }
    append(.literal, .other, start..<index - 3)
    return true
  }

  private mutating func append(_ kind: WordPart.Token.Kind, _ tag: WordTag, _ range: Range<Int>) {
    tokens.append(Found(kind: kind, tag: tag, range: range, parent: open.last ?? -1, match: tokens.count))
  }

  private func has(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

  private mutating func skip(to word: String) -> Bool {
    let word = Array(word.utf8)
    var end = index + 2
    while end + word.count <= bytes.count {
      if bytes[end] == word[0], bytes[end..<end + word.count].elementsEqual(word) {
        index = end + word.count
        return true
      }
      end += 1
    }
    return false
  }

  private mutating func readEnd() -> Bool {
    guard let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")), let start = open.popLast(),
      let name = names.popLast(), close - index - 2 >= name.count,
      bytes[index + 2..<index + 2 + name.count].elementsEqual(bytes[name]),
      bytes[index + 2 + name.count..<close].allSatisfy(\.isASCIISpace)
    else { return false }
    while let binding = bindings.last, binding.depth > open.count {
      bindings.removeLast()
      last = nil
    }
    append(.end, tokens[start].tag, index..<close + 1)
    tokens[start].match = tokens.count - 1
    tokens[tokens.count - 1].match = start
    index = close + 1
    return true
  }

  private mutating func readStart() -> Bool {
    guard let close = tagEnd() else { return false }
    let isEmpty = bytes[close - 1] == UInt8(ascii: "/")
    var end = index + 1
    while end < close, !bytes[end].isASCIISpace, bytes[end] != UInt8(ascii: "/") { end += 1 }
    let name = index + 1..<end
    guard !name.isEmpty,
      bytes[name.lowerBound].isASCIILetter || bytes[name.lowerBound] >= 0x80 || bytes[name.lowerBound] == 0x5F
    else { return false }
    let depth = bindings.count
    if close - end > 8 { bind(end..<close, atRoot: tokens.isEmpty) }
    append(isEmpty ? .empty : .start, tag(name), index..<close + 1)
    if isEmpty {
      if bindings.count > depth {
        bindings.removeSubrange(depth...)
        last = nil
      }
    } else {
      open.append(tokens.count - 1)
      names.append(name)
    }
    index = close + 1
    return true
  }

  /// Where the `>` of the tag at `index` stands, those in quotation marks passed over.
  private func tagEnd() -> Int? {
    var quote: UInt8 = 0
    var end = index + 1
    while end < bytes.count {
      let byte = bytes[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return end
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      end += 1
    }
    return nil
  }

  private mutating func bind(_ range: Range<Int>, atRoot: Bool) {
    let word = Array("xmlns".utf8)
    guard
      (range.lowerBound..<range.upperBound - 5).contains(where: {
        bytes[$0] == word[0] && bytes[$0..<$0 + 5].elementsEqual(word)
      })
    else { return }
    for attribute in Self.attributes(in: bytes, range) where bytes[attribute.name].starts(with: "xmlns".utf8) {
      let rest = bytes[attribute.name].dropFirst(5)
      guard rest.isEmpty || rest.first == UInt8(ascii: ":") else { continue }
      let uri = String(decoding: bytes[attribute.value], as: UTF8.self)
      let space = Self.spaces[uri] ?? .other
      bindings.append((Array(rest.dropFirst()), space, open.count + 1))
      last = nil
      if space == .word {
        namespace = namespace ?? uri
        // A prefix is better than none: attributes need one.
        if atRoot, rootPrefix == nil || rootPrefix == "" {
          rootPrefix = String(decoding: rest.dropFirst(), as: UTF8.self)
        }
      }
    }
  }

  private mutating func tag(_ name: Range<Int>) -> WordTag {
    let colon = bytes[name].firstIndex(of: UInt8(ascii: ":"))
    let prefix = bytes[name.lowerBound..<(colon ?? name.lowerBound)]
    let local = bytes[(colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound]
    let space = space(of: prefix)
    if space == .other { return .other }
    let word = String(decoding: local, as: UTF8.self)
    return switch space {
    case .word: WordTag.words[word] ?? .other
    case .alternative: WordTag.alternatives[word] ?? .other
    case .formula: WordTag.formulas[word] ?? .other
    case .other: .other
    }
  }

  private mutating func space(of prefix: ArraySlice<UInt8>) -> Space {
    if let last, last.prefix.elementsEqual(prefix) { return last.space }
    let bound = bindings.last { $0.prefix.elementsEqual(prefix) }?.space
    let space = bound ?? Self.usual[String(decoding: prefix, as: UTF8.self)] ?? .other
    last = (Array(prefix), space)
    return space
  }

  /// What the usual prefixes mean where nothing binds them.
  private static let usual: [String: Space] = ["w": .word, "mc": .alternative, "m": .formula]

  private static let spaces: [String: Space] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": .word,
    "http://purl.oclc.org/ooxml/wordprocessingml/main": .word,
    "http://schemas.openxmlformats.org/markup-compatibility/2006": .alternative,
    "http://schemas.openxmlformats.org/officeDocument/2006/math": .formula,
    "http://purl.oclc.org/ooxml/officeDocument/math": .formula,
  ]

  /// The attributes of a tag: where each name and each value stands.
  static func attributes(in bytes: [UInt8], _ range: Range<Int>) -> [(name: Range<Int>, value: Range<Int>)] {
    var attributes: [(name: Range<Int>, value: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let equals = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "=")) else { break }
      var end = equals
      while end > index, bytes[end - 1].isASCIISpace { end -= 1 }
      var start = end
      while start > index, !bytes[start - 1].isASCIISpace { start -= 1 }
      var open = equals + 1
      while open < range.upperBound, bytes[open].isASCIISpace { open += 1 }
      guard open < range.upperBound, bytes[open] == UInt8(ascii: "\"") || bytes[open] == UInt8(ascii: "'"),
        let close = bytes[(open + 1)..<range.upperBound].firstIndex(of: bytes[open])
      else { break }
      attributes.append((start..<end, open + 1..<close))
      index = close + 1
    }
    return attributes
  }
}
