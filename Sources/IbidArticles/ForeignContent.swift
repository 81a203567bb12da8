import IbidModel

/// Tells kinds of files that are not read by what stands in them.
enum ForeignContent {
  /// The kind of these bytes; nil where they tell none.
  static func format(of bytes: [UInt8]) -> ForeignFormat? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[start...].prefix(4096).drop(while: \.isASCIISpace)
    if let known = ForeignFormat.all.first(where: { $0.beginnings.contains { head.starts(with: $0) } }) { return known }
    if ZIPArchive.isArchive(bytes) { return packed(bytes) }
    if has("ustar", in: bytes, at: 257) { return .named("a tar archive") }
    if has("BOOKMOBI", in: bytes, at: 60) { return .named("a Kindle book") }
    if head.starts(with: "RIFF".utf8), has("WEBP", in: bytes, at: 8) { return .named("a picture file") }
    if head.first == UInt8(ascii: "<") { return element(Array(head)) }
    return nil
  }

  private static func has(_ word: StaticString, in bytes: [UInt8], at offset: Int) -> Bool {
    bytes.dropFirst(offset).prefix(word.utf8CodeUnitCount).elementsEqual(word.withUTF8Buffer(Array.init))
  }

  /// What a ZIP file packs, by its first entry's contents or its entries' names; nil for a Word document.
  private static func packed(_ bytes: [UInt8]) -> ForeignFormat? {
    // OpenDocument and EPUB name their type in a first entry that is not compressed.
    let head = Array(bytes.prefix(200))
    if head.firstOffset(of: "mimetypeapplication/epub") != nil { return .named("EPUB") }
    if head.firstOffset(of: "mimetypeapplication/vnd.oasis.opendocument.text") != nil { return .named("OpenDocument") }
    if head.firstOffset(of: "opendocument.spreadsheet") != nil { return .named("a spreadsheet") }
    if head.firstOffset(of: "opendocument.presentation") != nil { return .named("a PowerPoint") }
    let names = (try? ZIPArchive(bytes))?.entries.map(\.name) ?? []
    func holds(_ folder: String) -> Bool { names.contains { $0.hasPrefix(folder) } }
    if holds("word/") { return nil }
    if holds("Index/") || holds("index.apxl") { return .named("Apple Pages") }
    if holds("META-INF/container.xml") { return .named("EPUB") }
    if holds("ppt/") { return .named("a PowerPoint") }
    if holds("xl/") { return .named("a spreadsheet") }
    return nil
  }

  /// Kinds of XML, by the first element; XML that is none of an article that is read is of no known kind.
  private static func element(_ head: [UInt8]) -> ForeignFormat? {
    if head.firstOffset(of: "<office:document") != nil { return .named("OpenDocument") }
    if head.firstOffset(of: "<pkg:package") != nil { return .named("Word’s old format") }
    var scanner = MarkupScanner(head, from: 0, isHTML: false)
    while let token = scanner.next() {
      guard case .start(let tag) = token else { continue }
      switch tag.name {
      case "tei", "teicorpus", "tei.2": return .named("TEI")
      case "fictionbook": return .named("FictionBook")
      case "opml": return .named("OPML")
      case "svg" where tag["xmlns"] != nil: return .named("a picture file")
      case "worddocument": return .named("Word’s old format")
      case "pubmedarticleset", "pubmedarticle", "pubmedbookarticleset": return .named("PubMed’s XML")
      case _ where tag["xmlns"]?.contains("docbook.org") ?? false: return .named("DocBook")
      default: return isUnknown(head) ? ForeignFormat("XML with the element <\(tag.name)>", [], unknown) : nil
      }
    }
    return nil
  }

  private static func isUnknown(_ head: [UInt8]) -> Bool {
    head.starts(with: "<?xml".utf8) && !JATSReader.recognizes(head, path: "") && !HTMLReader.recognizes(head, path: "")
  }

  private static let unknown = ForeignFormat.Way.other("make HTML or Markdown of it and read that")
}
