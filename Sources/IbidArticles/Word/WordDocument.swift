import IbidModel

/// A Word document whose live citations and bibliography are written anew, and nothing else in it.
package struct WordDocument: Sendable {
  /// The live citations, in the order in which a reader meets them; those in notes come where the text refers to the
  /// note.
  package private(set) var citations: [WordCitation] = []
  /// The live bibliographies, in order.
  package private(set) var bibliographies: [WordBibliography] = []
  var package: WordPackage
  /// The document, its footnotes, its endnotes.
  private var parts: [WordPart] = []
  private var edits: [WordEdits] = []
  /// Fields that repeat a citation for older programs, by its instruction.
  private var twins: [[UInt8]: [(part: Int, field: WordField)]] = [:]
  private let path: String

  /// Reads the document in these bytes.
  ///
  /// - Throws: `ArticleError` where the package is broken, or a part of it is no XML.
  package init(_ bytes: [UInt8], path: String) throws(ArticleError) {
    self.path = path
    do throws(ZIPArchive.Failure) {
      guard ZIPArchive.isArchive(bytes) else {
        throw ZIPArchive.Failure(what: "no ZIP file; a Word document (.docx) was expected")
      }
      package = try WordPackage(bytes)
      guard let main = try package.text(of: package.main) else {
        throw ZIPArchive.Failure(what: "the ZIP file holds no \(package.main); a Word document was expected")
      }
      parts = [try WordPart(name: package.main, bytes: main)]
      for type in ["footnotes", "endnotes"] {
        let name = package.part(type, usual: type + ".xml") ?? ""
        let text = name.isEmpty ? nil : try package.text(of: name)
        parts.append(try WordPart(name: name, bytes: text ?? Array("<none/>".utf8)))
      }
      edits = parts.map { _ in WordEdits() }
      let sources = WordSources(try DocxParts(package).sources)
      find(sources)
    } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  /// The document as it is now.
  ///
  /// - Throws: `ArticleError` where it cannot be packed.
  package func written() throws(ArticleError) -> [UInt8] {
    var package = package
    for (part, edits) in zip(parts, edits) where !edits.isEmpty {
      package.set(part.name, edits.applied(to: part.bytes))
    }
    do throws(ZIPArchive.Failure) { return try package.written() } catch {
      throw ArticleError(.malformed(error.what, line: nil), path: path)
    }
  }

  // MARK: Finding

  private mutating func find(_ sources: WordSources) {
    var notes: [[String: [WordField]]] = [[:], [:], [:]]
    for number in [1, 2] {
      for field in WordFieldScan.fields(of: parts[number]) {
        let tag: WordTag = number == 1 ? .footnote : .endnote
        guard let note = parts[number].ancestor(of: field.begin, tag),
          let id = parts[number].attribute(note, "id")
        else { continue }
        notes[number][id, default: []].append(field)
      }
    }
    var counts = [0, 0, 0]
    var fields = WordFieldScan.fields(of: parts[0])[...]
    var deletedUntil = -1
    var taken = -1
    for index in parts[0].tokens.indices {
      let token = parts[0].tokens[index]
      guard token.opens else { continue }
      if token.tag == .deleted || token.tag == .movedFrom || token.tag == .fallback {
        deletedUntil = max(deletedUntil, token.match)
      }
      while let field = fields.first, field.begin == index {
        fields.removeFirst()
        if add(field, part: 0, note: nil, behind: taken, sources) { taken = max(taken, field.end) }
      }
      guard token.tag == .footnoteReference || token.tag == .endnoteReference, index > deletedUntil,
        let id = parts[0].attribute(index, "id")
      else { continue }
      let number = token.tag == .footnoteReference ? 1 : 2
      counts[number] += 1
      var end = -1
      for field in notes[number].removeValue(forKey: id) ?? []
      where add(field, part: number, note: counts[number], behind: end, sources) { end = max(end, field.end) }
    }
  }

  /// Takes a field in; whether it is one of a reference manager's.
  private mutating func add(
    _ field: WordField, part: Int, note: Int?, behind end: Int, _ sources: WordSources
  ) -> Bool {
    guard !field.isDeleted, field.begin > end, let managed = ManagedField(field, in: parts[part], sources: sources)
    else { return false }
    switch managed {
    case .citation(var citation):
      guard !field.isFallback else {
        twins[citation.instruction, default: []].append((part, field))
        return true
      }
      (citation.part, citation.note) = (part, note)
      citation.text = WordResult(field, in: parts[part]).text
      if citation.keeps == nil, !citation.text.isEmpty, let written = WrittenText(citation).plain,
        WrittenText.folded(written) != WrittenText.folded(citation.text)
      {
        citation.keeps = .edited(written: written, found: citation.text)
      }
      citations.append(citation)
    case .bibliography(var bibliography):
      guard !field.isFallback else { return true }
      bibliography.part = part
      bibliography.paragraphs = WordResult(field, in: parts[part]).text.split(separator: "\n").map(String.init)
      bibliographies.append(bibliography)
    }
    return true
  }

  // MARK: Writing

  /// Gives a citation the text that a style makes of it, in RTF.
  package mutating func setText(_ rtf: String, ofCitation index: Int) {
    let citation = citations[index]
    let runs = RTFText.runs(of: rtf)
    let written = WrittenText(citation)
    for (number, field) in [(citation.part, citation.field)] + (twins[citation.instruction] ?? []) {
      WordFieldWriter(field, in: parts[number]).write(runs, old: written.runs, into: &edits[number])
      parts[number].change(field, written.changes(to: runs, rtf: rtf), in: &edits[number])
    }
  }

  /// Gives a bibliography the entries that a style makes, in RTF.
  package mutating func setEntries(_ entries: [String], ofBibliography index: Int) {
    let bibliography = bibliographies[index]
    WordFieldWriter(bibliography.field, in: parts[bibliography.part])
      .write(entries: entries.map(Self.entry), into: &edits[bibliography.part])
  }

  /// An entry's runs; no blank stands before the tab that parts the number from the text.
  private static func entry(_ rtf: String) -> [WordRun] {
    RTFText.runs(of: rtf).map { run in
      var run = run
      run.text.replace(" \t", with: "\t")
      return run
    }
  }
}
