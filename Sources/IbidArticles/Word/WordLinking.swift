package import IbidModel

/// A Word document in which typed citations and the list of references become live fields of Zotero's; the text stays.
package struct WordLinking: Sendable {
  /// One typed citation.
  package struct Citation: Sendable {
    /// Where it stands in the text as `DocxReader` reads it, brackets included.
    package var range: Range<Int>
    /// Its text in RTF and without formatting.
    package var rtf: String
    package var plain: String
    /// Its cites, as Zotero keeps them.
    package var cites: [JSONValue]

    package init(range: Range<Int>, rtf: String, plain: String, cites: [JSONValue]) {
      (self.range, self.rtf, self.plain, self.cites) = (range, rtf, plain, cites)
    }
  }

  private var package: WordPackage
  private let part: WordPart
  private let places: DocxPlaces
  private let anchor: WordAnchor
  /// Tokens of all fields, first to last.
  private let fields: [ClosedRange<Int>]
  private let path: String
  private var insertions = WordInsertions()
  private var count = 0

  /// Reads the document in these bytes.
  ///
  /// - Throws: `ArticleError` where the package is broken, or a part of it is no XML.
  package init(_ bytes: [UInt8], path: String) throws(ArticleError) {
    self.path = path
    do throws(ZIPArchive.Failure) {
      package = try WordPackage(bytes)
      guard let main = try package.text(of: package.main) else {
        throw ZIPArchive.Failure(what: "the ZIP file holds no \(package.main); a Word document was expected")
      }
      part = try WordPart(name: package.main, bytes: main)
      places = DocxPlaces(try DocxParts(package))
      anchor = WordAnchor(part)
      fields = WordFieldScan.fields(of: part).filter { $0.end > $0.begin }.map { $0.begin...$0.end }
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  /// Whether a stretch of the text stands in a field already.
  package func isLive(_ range: Range<Int>) -> Bool {
    guard let place = places.place(of: range), place.story == .document,
      let token = part.token(at: place.bytes.lowerBound)
    else { return false }
    return fields.contains { $0.contains(token) }
  }

  /// Makes a typed citation live; false where it does not stand in the running text of one paragraph.
  package mutating func link(_ citation: Citation) -> Bool {
    guard let place = places.place(of: citation.range), place.story == .document,
      let start = anchor.start(at: place.bytes.lowerBound), let end = anchor.end(at: place.bytes.upperBound),
      start.offset < end.offset, let first = part.token(at: place.bytes.lowerBound),
      let last = part.token(at: place.bytes.upperBound - 1), let run = part.ancestor(of: first, .run),
      isPlain(from: first, to: last), holder(of: start) == holder(of: end)
    else { return false }
    count += 1
    insertions.add(
      begin(instruction(citation), like: run), at: start, fieldCharacter("end", like: run), at: end)
    return true
  }

  /// Makes paragraphs a live bibliography; false where they are not one list of whole paragraphs.
  package mutating func linkBibliography(_ entries: [Range<Int>]) -> Bool {
    var paragraphs: [Int] = []
    for entry in entries {
      guard let place = places.place(of: entry), place.story == .document,
        let token = part.token(at: place.bytes.lowerBound), let paragraph = part.ancestor(of: token, .paragraph)
      else { return false }
      if paragraphs.last != paragraph { paragraphs.append(paragraph) }
    }
    guard let first = paragraphs.first, let last = paragraphs.last, paragraphs == paragraphs.sorted(),
      Set(paragraphs.map { part.tokens[$0].parent }).count == 1, areAlone(paragraphs),
      !fields.contains(where: { $0.overlaps(first...part.tokens[last].match) })
    else { return false }
    let properties = part.children(of: first).first.flatMap { child in
      part.tokens[child].tag == .paragraphProperties ? part.extent(child).upperBound : nil
    }
    let start = WordAnchor.Border.between(properties ?? part.tokens[first].range.upperBound)
    let end = WordAnchor.Border.between(part.tokens[part.tokens[last].match].range.lowerBound)
    let code = " ADDIN ZOTERO_BIBL {\"uncited\":[],\"omitted\":[],\"custom\":[]} CSL_BIBLIOGRAPHY "
    insertions.add(begin(code, like: nil), at: start, fieldCharacter("end", like: nil), at: end)
    return true
  }

  /// Tells Zotero which style is used, where nothing is told of one yet.
  ///
  /// - Throws: `ArticleError` where the package is broken.
  package mutating func setStyle(_ style: String, locale: String?, hasBibliography: Bool) throws(ArticleError) {
    let name = "docProps/custom.xml"
    let data = ZoteroPreferences.made(
      style: style, locale: locale, session: Self.identifier(of: path + String(count)), hasBibliography: hasBibliography
    )
    do throws(ZIPArchive.Failure) {
      if let bytes = try package.text(of: name) {
        let properties = try WordProperties(bytes, name: name)
        if properties.zoteroData == nil { package.set(name, properties.adding(data)) }
      } else {
        try package.add(
          name, WordProperties.part(holding: data),
          contentType: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
          relationship: package.relationshipBase + "custom-properties", from: "")
      }
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  /// The document with its fields.
  ///
  /// - Throws: `ArticleError` where it cannot be packed.
  package func written() throws(ArticleError) -> [UInt8] {
    var package = package
    let edits = insertions.edits(of: part)
    if !edits.isEmpty { package.set(part.name, edits.applied(to: part.bytes)) }
    do throws(ZIPArchive.Failure) { return try package.written() } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  // MARK: Where a field can stand

  /// Whether nothing but runs of text stands between two tokens, in one paragraph and outside fields.
  private func isPlain(from first: Int, to last: Int) -> Bool {
    guard part.ancestor(of: first, .paragraph) == part.ancestor(of: last, .paragraph),
      part.ancestor(of: first, .textBox) == nil, !fields.contains(where: { $0.overlaps(first...max(first, last)) })
    else { return false }
    return (first...max(first, last)).allSatisfy { index in
      let token = part.tokens[index]
      let isText = token.tag.isVisibleText || token.kind == .text || token.tag == .other
      return isText || [.run, .runProperties, .proofError, .bookmarkStart, .bookmarkEnd].contains(token.tag)
    }
  }

  /// The element in which what is put in at a border will stand.
  private func holder(of border: WordAnchor.Border) -> Int? {
    switch border {
    case .between(let offset):
      guard let token = part.token(at: offset) else { return nil }
      // An end tag at the border is that of the element itself.
      if part.tokens[token].range.lowerBound == offset {
        return part.tokens[part.tokens[token].match].parent.flatMap {
          part.tokens[token].kind == .end ? part.tokens[token].match : $0
        }
      }
      return part.tokens[token].kind == .start ? token : part.tokens[part.tokens[token].match].parent
    case .inRun(let run, _): return part.tokens[run].parent
    case .inText(let text, _): return part.tokens[text].parent.flatMap { part.tokens[$0].parent }
    }
  }

  /// Whether nothing that reads stands between paragraphs that follow one another.
  private func areAlone(_ paragraphs: [Int]) -> Bool {
    zip(paragraphs, paragraphs.dropFirst()).allSatisfy { one, next in
      var index = part.tokens[one].match + 1
      while index < next {
        if part.tokens[index].kind == .text, part.tokens[index].parent.map({ part.tokens[$0].tag == .text }) == true {
          return false
        }
        index += 1
      }
      return true
    }
  }

  // MARK: XML

  private func begin(_ code: String, like run: Int?) -> String {
    let p = part.prefix
    return fieldCharacter("begin", like: run) + "<\(p)r\(part.declaration)>\(properties(run))"
      + "<\(p)instrText xml:space=\"preserve\">\(WordEscape.text(code))</\(p)instrText></\(p)r>"
      + fieldCharacter("separate", like: run)
  }

  private func fieldCharacter(_ type: String, like run: Int?) -> String {
    let p = part.prefix
    return
      "<\(p)r\(part.declaration)>\(properties(run))<\(p)fldChar \(p.isEmpty ? "w:" : p)fldCharType=\"\(type)\"/></\(p)r>"
  }

  private func properties(_ run: Int?) -> String { run.map { WordInsertions.properties(of: $0, in: part) } ?? "" }

  private func instruction(_ citation: Citation) -> String {
    let properties = JSONValue.object([
      JSONMember("formattedCitation", .string(citation.rtf)), JSONMember("plainCitation", .string(citation.plain)),
      JSONMember("noteIndex", 0),
    ])
    let json = JSONValue.object([
      JSONMember("citationID", .string(Self.identifier(of: "\(count) \(citation.plain)"))),
      JSONMember("properties", properties), JSONMember("citationItems", .array(citation.cites)),
      JSONMember(
        "schema", "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"),
    ])
    return " ADDIN ZOTERO_ITEM CSL_CITATION " + JSONWriter.text(of: json) + " "
  }

  /// Eight letters and digits, the same for the same text.
  ///
  /// Source: FNV-1a, 64 bits.
  private static func identifier(of text: String) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let digits = String(hash, radix: 36)
    return String((digits + "00000000").prefix(8))
  }
}
