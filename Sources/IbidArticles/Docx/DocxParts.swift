import IbidModel

/// The parts of a Word document that an article is made of, as UTF-8 XML.
///
/// Source: ECMA-376, part 1, section 11.3 (WordprocessingML parts) and part 2 (packages).
package struct DocxParts: Sendable {
  /// The text.
  package var document: [UInt8]
  /// The foot- and endnotes, styles and Word's own sources; empty where there are none.
  package var footnotes: [UInt8] = []
  package var endnotes: [UInt8] = []
  package var styles: [UInt8] = []
  package var sources: [[UInt8]] = []
  /// What the text's links lead to: the relationships of the document's part.
  package var relationships: [UInt8] = []

  /// A document of nothing but a text.
  package init(document: [UInt8]) { self.document = document }

  /// The parts in a package.
  ///
  /// - Throws: `ArticleError` where the ZIP file is broken or holds no Word document.
  init(package bytes: [UInt8], path: String) throws(ArticleError) {
    do throws(ZIPArchive.Failure) {
      let archive = try ZIPArchive(bytes)
      let main = try Self.mainPart(of: archive)
      guard let document = try archive.contents(of: main) else {
        throw ZIPArchive.Failure(what: "the ZIP file holds no \(main); a Word document was expected")
      }
      let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
      self.document = ArticleText.utf8(document)
      footnotes = ArticleText.utf8(try archive.contents(of: folder + "footnotes.xml") ?? [])
      endnotes = ArticleText.utf8(try archive.contents(of: folder + "endnotes.xml") ?? [])
      let name = main.dropFirst(folder.count)
      relationships = ArticleText.utf8(try archive.contents(of: folder + "_rels/" + name + ".rels") ?? [])
      styles = ArticleText.utf8(try archive.contents(of: folder + "styles.xml") ?? [])
      for entry in archive.entries where Self.mayHoldSources(entry.name) && sources.count < 16 {
        sources.append(ArticleText.utf8(try archive.contents(of: entry.name) ?? []))
      }
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  /// The name of the part that the package's relationships call the document.
  private static func mainPart(of archive: ZIPArchive) throws(ZIPArchive.Failure) -> String {
    let usual = "word/document.xml"
    if archive.entries.contains(where: { $0.name == usual }) { return usual }
    guard let relationships = try archive.contents(of: "_rels/.rels") else { return usual }
    var scanner = MarkupScanner(relationships, from: 0, isHTML: false)
    while let token = scanner.next() {
      guard case .start(let tag) = token, tag["type"]?.hasSuffix("/officeDocument") == true, let target = tag["target"]
      else { continue }
      return target.first == "/" ? String(target.dropFirst()) : target
    }
    return usual
  }

  /// The addresses of links by their relationships' identifiers.
  var addresses: [String: String] {
    var addresses: [String: String] = [:]
    var scanner = MarkupScanner(relationships, from: 0, isHTML: false)
    while let token = scanner.next() {
      guard case .start(let tag) = token, tag["type"]?.hasSuffix("/hyperlink") == true, let id = tag["id"],
        let target = tag["target"]
      else { continue }
      addresses[id] = target
    }
    return addresses
  }

  private static func mayHoldSources(_ name: String) -> Bool {
    name.hasPrefix("customXml/item") && name.hasSuffix(".xml") && !name.contains("Props")
  }
}
