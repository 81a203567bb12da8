import IbidModel
import IbidText

/// A Word document with comments on stretches of its text; others' comments, tracked changes and fields stay.
package struct WordReview: Sendable {
  /// Who our comments are by.
  static let author = "Ibid"

  private var package: WordPackage
  private var part: WordPart
  private let places: DocxPlaces
  private let path: String
  private var comments: WordComments
  /// Markers by the place at which they stand.
  private var markers = WordInsertions()

  /// Reads the document in these bytes, and takes our own earlier comments out.
  ///
  /// - Throws: `ArticleError` where the package is broken, or a part of it is no XML.
  package init(_ bytes: [UInt8], path: String) throws(ArticleError) {
    self.path = path
    do throws(ZIPArchive.Failure) {
      package = try WordPackage(bytes)
      comments = try WordComments(package)
      guard let main = try package.text(of: package.main) else {
        throw ZIPArchive.Failure(what: "the ZIP file holds no \(package.main); a Word document was expected")
      }
      let before = try WordPart(name: package.main, bytes: main)
      let own = comments.removeOwn()
      if own.isEmpty {
        part = before
      } else {
        part = try WordPart(name: package.main, bytes: before.withoutComments(own))
        package.set(package.main, part.bytes)
      }
      places = DocxPlaces(try DocxParts(package))
      comments.reserve(part)
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  /// How many of our own comments were taken out.
  package var removedCount: Int { comments.removedCount }

  /// Comments on stretches of the text as `DocxReader` reads it; one in a foot- or endnote stands on the note's mark.
  /// Each comment has some lines.
  ///
  /// - Returns: how many could be placed nowhere but at the document's start.
  @discardableResult
  package mutating func comment(on stretches: [(range: Range<Int>, lines: [String])]) -> Int {
    let anchor = WordAnchor(part)
    let notes = noteReferences
    var lost = 0
    for stretch in stretches {
      var borders = borders(of: stretch.range, anchor, notes)
      if borders == nil {
        lost += 1
        borders = firstParagraph(anchor)
      }
      guard let borders else { continue }
      let id = comments.add(stretch.lines)
      markers.add(start(id), at: borders.start, end(id), at: borders.end)
    }
    return lost
  }

  private func borders(
    of range: Range<Int>, _ anchor: WordAnchor, _ notes: [DocxDraft.NoteKey: Int]
  ) -> (start: WordAnchor.Border, end: WordAnchor.Border)? {
    guard let place = places.place(of: range) else { return nil }
    guard place.story == .document else {
      guard let key = places.note(at: range.lowerBound), let reference = notes[key] else { return nil }
      return anchor.around(reference)
    }
    guard let start = anchor.start(at: place.bytes.lowerBound), let end = anchor.end(at: place.bytes.upperBound),
      start.offset < end.offset
    else { return nil }
    return (start, end)
  }

  /// The marks of notes in the text, by the notes that they refer to.
  private var noteReferences: [DocxDraft.NoteKey: Int] {
    var references: [DocxDraft.NoteKey: Int] = [:]
    for (index, token) in part.tokens.enumerated() where token.opens && token.tag.isNoteReference {
      guard let id = part.attribute(index, "id"), part.ancestor(of: index, where: { $0 == .deleted }) == nil else {
        continue
      }
      let key = DocxDraft.NoteKey(isEndnote: token.tag == .endnoteReference, id: id)
      if references[key] == nil { references[key] = index }
    }
    return references
  }

  /// Where what concerns the whole document is said.
  private func firstParagraph(_ anchor: WordAnchor) -> (start: WordAnchor.Border, end: WordAnchor.Border)? {
    guard
      let paragraph = part.tokens.indices.first(where: {
        part.tokens[$0].tag == .paragraph && part.tokens[$0].kind == .start
      })
    else { return nil }
    let children = part.children(of: paragraph)
    let properties = children.first.flatMap {
      part.tokens[$0].tag == .paragraphProperties ? part.extent($0).upperBound : nil
    }
    let end = part.tokens[part.tokens[paragraph].match].range.lowerBound
    return (.between(properties ?? part.tokens[paragraph].range.upperBound), .between(end))
  }

  /// The document with its comments.
  ///
  /// - Throws: `ArticleError` where it cannot be packed.
  package func written() throws(ArticleError) -> [UInt8] {
    var package = package
    do throws(ZIPArchive.Failure) {
      let edits = markers.edits(of: part)
      if !edits.isEmpty { package.set(part.name, edits.applied(to: part.bytes)) }
      try comments.write(into: &package)
      return try package.written()
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  // MARK: Markers

  private var attribute: String { part.prefix.isEmpty ? "w:" : part.prefix }

  private func start(_ id: Int) -> String {
    "<\(part.prefix)commentRangeStart\(part.declaration) \(attribute)id=\"\(id)\"/>"
  }

  private func end(_ id: Int) -> String {
    let p = part.prefix
    return "<\(p)commentRangeEnd\(part.declaration) \(attribute)id=\"\(id)\"/><\(p)r\(part.declaration)><\(p)rPr>"
      + "<\(p)rStyle \(attribute)val=\"CommentReference\"/></\(p)rPr>"
      + "<\(p)commentReference \(attribute)id=\"\(id)\"/></\(p)r>"
  }
}
