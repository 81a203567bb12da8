import IbidModel
import IbidText

/// One part of a Word document: its XML, and the tags and texts in it with their places.
///
/// Nothing is kept as a tree of objects: a token knows the element that holds it and where it ends.
struct WordPart: Sendable {
  /// A tag or a stretch of text.
  struct Token: Sendable {
    enum Kind: UInt8, Sendable { case start, end, empty, text, literal }

    var kind: Kind
    var tag: WordTag
    fileprivate var bounds: (Int32, Int32)
    fileprivate var links: (parent: Int32, match: Int32)

    /// Where it stands, in bytes of the part.
    var range: Range<Int> { Int(bounds.0)..<Int(bounds.1) }
    /// The token that opens the element around it; nil at the top.
    var parent: Int? { links.parent < 0 ? nil : Int(links.parent) }
    /// For a start tag the token of its end tag, for an end tag that of its start; itself for all others.
    var match: Int { Int(links.match) }
    /// Whether it opens an element.
    var opens: Bool { kind == .start || kind == .empty }
  }

  let name: String
  let bytes: [UInt8]
  private(set) var tokens: [Token] = []
  /// What stands before the names of elements and attributes of WordprocessingML: `w:`.
  private(set) var prefix = "w:"
  /// The declaration that new elements need; empty where the part's root has it.
  private(set) var declaration = ""

  /// Takes a part apart.
  ///
  /// - Throws: `ZIPArchive.Failure` where the XML is not well-formed: what is broken is not written to.
  init(name: String, bytes: [UInt8]) throws(ZIPArchive.Failure) {
    self.name = name
    self.bytes = bytes
    var scanner = WordScanner(bytes)
    guard scanner.scan(), bytes.count < Int(Int32.max) else {
      throw ZIPArchive.Failure(
        what: "\(name) is no well-formed XML (byte \(scanner.index + 1)), so that nothing is written into it")
    }
    tokens = scanner.tokens.map {
      Token(
        kind: $0.kind, tag: $0.tag, bounds: (Int32($0.range.lowerBound), Int32($0.range.upperBound)),
        links: (Int32($0.parent), Int32($0.match)))
    }
    if let bound = scanner.rootPrefix {
      prefix = bound.isEmpty ? "" : bound + ":"
      // Attributes take no default namespace: new elements bring a prefix of their own.
      if bound.isEmpty, let namespace = scanner.namespace {
        prefix = "w:"
        declaration = " xmlns:w=\"\(namespace)\""
      }
    } else if let namespace = scanner.namespace {
      declaration = " xmlns:w=\"\(namespace)\""
    }
  }

  /// The range of an element from the start of its first tag to the end of its last.
  func extent(_ token: Int) -> Range<Int> {
    tokens[token].range.lowerBound..<tokens[tokens[token].match].range.upperBound
  }

  /// The tokens directly within an element that open an element.
  func children(of token: Int) -> [Int] {
    guard tokens[token].kind == .start else { return [] }
    var children: [Int] = []
    var index = token + 1
    while index < tokens[token].match {
      if tokens[index].opens { children.append(index) }
      index = tokens[index].match + 1
    }
    return children
  }

  /// The nearest element of this tag that holds a token.
  func ancestor(of token: Int, _ tag: WordTag) -> Int? { ancestor(of: token) { $0 == tag } }

  /// The nearest element around a token whose tag fits.
  func ancestor(of token: Int, where fits: (WordTag) -> Bool) -> Int? {
    var parent = tokens[token].parent
    while let index = parent {
      if fits(tokens[index].tag) { return index }
      parent = tokens[index].parent
    }
    return nil
  }

  /// The last token that starts at or before a byte.
  func token(at offset: Int) -> Int? {
    let index = tokens.partitioningIndex { $0.range.lowerBound > offset }
    return index > 0 ? index - 1 : nil
  }

  /// Where an attribute's value stands, by the attribute's local name.
  func attributeRange(_ token: Int, _ name: String) -> Range<Int>? {
    WordScanner.attributes(in: bytes, tokens[token].range).first { attribute in
      let local = bytes[attribute.name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? attribute.name.lowerBound
      return bytes[local..<attribute.name.upperBound].elementsEqual(name.utf8)
    }?.value
  }

  /// An attribute's value, by the attribute's local name.
  func attribute(_ token: Int, _ name: String) -> String? {
    guard let range = attributeRange(token, name) else { return nil }
    var text: [UInt8] = []
    MarkupFields.appendText(bytes, range, isLiteral: false, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The text directly within an element.
  func text(of token: Int) -> [UInt8] {
    var text: [UInt8] = []
    guard tokens[token].kind == .start else { return text }
    for index in token + 1..<tokens[token].match where tokens[index].kind == .text || tokens[index].kind == .literal {
      MarkupFields.appendText(bytes, tokens[index].range, isLiteral: tokens[index].kind == .literal, to: &text)
    }
    return text
  }

  /// The byte of the part at which a text token's decoded byte of this number stands.
  func source(of decoded: Int, in range: Range<Int>, isLiteral: Bool) -> Int {
    MarkupFields.source(of: decoded, in: bytes, range, isLiteral: isLiteral)
  }
}
