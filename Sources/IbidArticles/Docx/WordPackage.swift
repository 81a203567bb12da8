import IbidModel

/// The files of a Word document and what they say of each other: relationships and content types.
///
/// Source: ECMA-376, part 2, sections 9 and 10 (packages).
struct WordPackage: Sendable {
  /// What one part says of another.
  struct Relationship: Sendable {
    var id: String
    var type: String
    /// The other part's name in the package; an address where it lies outside.
    var target: String
    var isExternal: Bool

    /// Whether the type ends so, whatever the edition of the standard that it is written by.
    func isOf(_ type: String) -> Bool { self.type.hasSuffix("/" + type) }
  }

  let archive: ZIPArchive
  /// The name of the document's part.
  let main: String
  /// What the document's part says of others.
  let relationships: [Relationship]
  private var changes: [String: [UInt8]?] = [:]

  /// Opens the package in these bytes.
  ///
  /// - Throws: `ZIPArchive.Failure` where the archive is broken.
  init(_ bytes: [UInt8]) throws(ZIPArchive.Failure) {
    archive = try ZIPArchive(bytes)
    main = try Self.mainPart(of: archive)
    let name = Self.relationshipsName(of: main)
    relationships = Self.relationships(in: ArticleText.utf8(try archive.contents(of: name) ?? []), of: main)
  }

  /// The contents of a part as it is now, in UTF-8; nil where there is none.
  func text(of name: String) throws(ZIPArchive.Failure) -> [UInt8]? {
    if let change = changes[name] { return change }
    guard let bytes = try archive.contents(of: name) else { return nil }
    return Self.utf8(bytes)
  }

  /// The name of the part to which the document has a relationship of this type; else `usual` where there is one.
  func part(_ type: String, usual: String) -> String? {
    if let known = relationships.first(where: { $0.isOf(type) && !$0.isExternal }) { return known.target }
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    let name = folder + usual
    return archive.entries.contains { $0.name == name } ? name : nil
  }

  /// Puts these contents in place of a part's; nil takes it out.
  mutating func set(_ name: String, _ contents: [UInt8]?) { changes.updateValue(contents, forKey: name) }

  /// The whole package as it is now.
  ///
  /// - Throws: `ZIPArchive.Failure` where it cannot be packed.
  func written() throws(ZIPArchive.Failure) -> [UInt8] {
    try ZIPArchiveWriter.archive(archive, replacing: changes)
  }

  // MARK: Adding parts

  /// Adds a part: its contents, its type, and what `source` says of it (the package itself where that is empty).
  mutating func add(
    _ name: String, _ contents: [UInt8], contentType: String, relationship: String, from source: String
  ) throws(ZIPArchive.Failure) {
    set(name, contents)
    let types = "[Content_Types].xml"
    let override = "<Override PartName=\"/\(name)\" ContentType=\"\(contentType)\"/>"
    try insert(override, in: types, unlessHas: "\"/\(name)\"", root: "Types")
    let list = Self.relationshipsName(of: source)
    let folder = source.lastIndex(of: "/").map { String(source[...$0]) } ?? ""
    let target = name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : "/" + name
    let known = Self.relationships(in: try text(of: list) ?? [], of: source)
    guard !known.contains(where: { $0.isOf(relationship.split(separator: "/").last.map(String.init) ?? "") }) else {
      return
    }
    let ids = Set(known.map(\.id))
    var number = ids.count + 1
    while ids.contains("rId\(number)") { number += 1 }
    try insert(
      "<Relationship Id=\"rId\(number)\" Type=\"\(relationship)\" Target=\"\(target)\"/>", in: list,
      unlessHas: nil, root: "Relationships")
  }

  /// Takes a part out, with its type and what the document says of it.
  mutating func remove(_ name: String, from source: String) throws(ZIPArchive.Failure) {
    set(name, nil)
    try removeElement(in: "[Content_Types].xml") { $0["partname"] == "/" + name }
    let list = Self.relationshipsName(of: source)
    try removeElement(in: list) { tag in
      tag["target"].map { Self.resolved($0, from: source) } == name
    }
  }

  /// The base of relationships' types, as this document's edition of the standard has it.
  var relationshipBase: String {
    let transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
    return relationships.contains { $0.type.hasPrefix(strict) } ? strict : transitional
  }

  private mutating func insert(
    _ element: String, in name: String, unlessHas mark: String?, root: String
  ) throws(ZIPArchive.Failure) {
    guard var bytes = try text(of: name) else {
      let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<\(root) xmlns=\"\(namespace)\">\(element)</\(root)>"
      return set(name, Array(text.utf8))
    }
    if let mark, Self.offset(of: mark, in: bytes) != nil { return }
    // The root may have a prefix, which its children take over, or no content.
    guard let close = bytes.lastIndex(of: UInt8(ascii: "<")), close + 1 < bytes.count else {
      throw ZIPArchive.Failure(what: "\(name) is no XML")
    }
    var element = element
    if bytes[close + 1] == UInt8(ascii: "/") {
      let tag = bytes[(close + 2)...].prefix { $0 != UInt8(ascii: ">") }
      if let colon = tag.firstIndex(of: UInt8(ascii: ":")) {
        element = "<" + String(decoding: tag[...colon], as: UTF8.self) + element.dropFirst()
      }
      bytes.insert(contentsOf: element.utf8, at: close)
    } else {
      guard let end = bytes.lastIndex(of: UInt8(ascii: "/")) else {
        throw ZIPArchive.Failure(what: "\(name) is no XML")
      }
      bytes.replaceSubrange(end..., with: ">\(element)</\(root)>".utf8)
    }
    set(name, bytes)
  }

  private mutating func removeElement(
    in name: String, where fits: (MarkupTag) -> Bool
  ) throws(ZIPArchive.Failure) {
    guard var bytes = try text(of: name) else { return }
    var scanner = MarkupScanner(bytes, from: 0, isHTML: false)
    var found: Range<Int>?
    while let token = scanner.next() {
      if case .start(let tag) = token, tag.isEmpty, fits(tag) { found = tag.range }
    }
    guard let found else { return }
    bytes.removeSubrange(found)
    set(name, bytes)
  }

  // MARK: Names

  /// The name of the part that the package's relationships call the document.
  private static func mainPart(of archive: ZIPArchive) throws(ZIPArchive.Failure) -> String {
    let usual = "word/document.xml"
    if archive.entries.contains(where: { $0.name == usual }) { return usual }
    let list = relationships(in: ArticleText.utf8(try archive.contents(of: "_rels/.rels") ?? []), of: "")
    return list.first { $0.isOf("officeDocument") }?.target ?? usual
  }

  private static func relationshipsName(of part: String) -> String {
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    return part.dropLast(name.count) + "_rels/" + name + ".rels"
  }

  private static func relationships(in bytes: [UInt8], of source: String) -> [Relationship] {
    var relationships: [Relationship] = []
    var scanner = MarkupScanner(bytes, from: 0, isHTML: false)
    while let token = scanner.next() {
      guard case .start(let tag) = token, tag.name == "relationship", let type = tag["type"],
        let target = tag["target"]
      else { continue }
      let isExternal = tag["targetmode"] == "External" || type.hasSuffix("/hyperlink")
      relationships.append(
        Relationship(
          id: tag["id"] ?? "", type: type, target: isExternal ? target : resolved(target, from: source),
          isExternal: isExternal))
    }
    return relationships
  }

  /// The name in the package of what a part calls `target`.
  static func resolved(_ target: String, from source: String) -> String {
    var pieces = target.hasPrefix("/") ? [] : source.split(separator: "/").dropLast().map(String.init)
    for piece in target.split(separator: "/") where piece != "." {
      if piece == ".." {
        if !pieces.isEmpty { pieces.removeLast() }
      } else {
        pieces.append(String(piece))
      }
    }
    return pieces.joined(separator: "/")
  }

  /// A part in UTF-8; one that was written otherwise says so no longer.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let text = ArticleText.utf8(bytes)
    guard text != bytes, text.starts(with: "<?xml".utf8), let end = text.firstOffset(of: "?>") else { return text }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".utf8) + text[(end + 2)...]
  }

  static func offset(of word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    guard bytes.count >= word.count, !word.isEmpty else { return nil }
    return (0...bytes.count - word.count).first {
      bytes[$0] == word[0] && bytes[$0..<$0 + word.count].elementsEqual(word)
    }
  }
}
