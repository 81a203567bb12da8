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
  /// The addresses of links by their relationships' identifiers.
  var addresses: [String: String] = [:]

  /// A document of nothing but a text.
  package init(document: [UInt8]) { self.document = document }

  /// The parts in a package.
  ///
  /// - Throws: `ArticleError` where the ZIP file is broken or holds no Word document.
  init(package bytes: [UInt8], path: String) throws(ArticleError) {
    do throws(ZIPArchive.Failure) {
      try self.init(WordPackage(bytes))
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  /// The parts in a package, found by what the document's part says of them.
  init(_ package: WordPackage) throws(ZIPArchive.Failure) {
    guard let document = try package.text(of: package.main) else {
      throw ZIPArchive.Failure(what: "the ZIP file holds no \(package.main); a Word document was expected")
    }
    self.document = document
    func text(_ type: String) throws(ZIPArchive.Failure) -> [UInt8] {
      guard let name = package.part(type, usual: type + ".xml") else { return [] }
      return try package.text(of: name) ?? []
    }
    footnotes = try text("footnotes")
    endnotes = try text("endnotes")
    styles = try text("styles")
    for link in package.relationships where link.isOf("hyperlink") { addresses[link.id] = link.target }
    for entry in package.archive.entries where Self.mayHoldSources(entry.name) && sources.count < 16 {
      sources.append(try package.text(of: entry.name) ?? [])
    }
  }

  private static func mayHoldSources(_ name: String) -> Bool {
    name.hasPrefix("customXml/item") && name.hasSuffix(".xml") && !name.contains("Props")
  }
}
