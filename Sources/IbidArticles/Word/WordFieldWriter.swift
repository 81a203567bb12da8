import IbidModel

/// Writes the result of a field anew: a citation's few words, or the paragraphs of a bibliography.
///
/// New runs take the properties of the first that they replace, without what a style had put there.
struct WordFieldWriter {
  private let part: WordPart
  private let field: WordField
  private let result: WordResult

  init(_ field: WordField, in part: WordPart) {
    self.part = part
    self.field = field
    result = WordResult(field, in: part)
  }

  /// Puts `runs` in place of the result.
  ///
  /// - Parameter old: the runs as the reference manager had formatted them; nil where that is not known.
  func write(_ runs: [WordRun], old: [WordRun]?, into edits: inout WordEdits) {
    let first = result.units.first { part.tokens[$0].tag == .text } ?? result.units.first
    let run = first.flatMap { part.ancestor(of: $0, .run) } ?? part.ancestor(of: field.begin, .run)
    var properties = properties(of: run)
    if let old { properties.removeFormatting(of: old) } else { properties.removeFormatting() }
    let text = xml(runs, like: run, properties)
    if result.units.isEmpty {
      insert(text, run: run, into: &edits)
    } else {
      replace(result.units, by: text, into: &edits)
    }
  }

  /// Puts entries in place of the paragraphs of a bibliography, an entry a paragraph.
  func write(entries: [[WordRun]], into edits: inout WordEdits) {
    let paragraphs = result.paragraphs
    guard let last = paragraphs.last else {
      let run = part.ancestor(of: field.separate ?? field.begin, .run)
      let paragraph = part.ancestor(of: field.separate ?? field.begin, .paragraph)
      let seam = paragraph.map(paragraphBreak) ?? ""
      let text = entries.map { xml($0, like: run, properties(of: run)) }.joined(separator: seam)
      return insert(text, run: run, into: &edits)
    }
    for (number, (paragraph, units)) in paragraphs.enumerated() {
      guard number < entries.count else {
        remove(paragraph, units, into: &edits)
        continue
      }
      let first = units.first { part.tokens[$0].tag == .text } ?? units[0]
      let run = part.ancestor(of: first, .run)
      var properties = properties(of: run)
      properties.removeFormatting()
      var text = xml(entries[number], like: run, properties)
      if paragraph == last.paragraph, entries.count > paragraphs.count {
        let isDirect = run.flatMap { part.tokens[$0].parent } == paragraph
        let rest = entries[paragraphs.count...].map { entry in
          (isDirect ? paragraphBreak(paragraph) : "<\(part.prefix)r><\(part.prefix)br/></\(part.prefix)r>")
            + xml(entry, like: run, properties)
        }
        text += rest.joined()
      }
      replace(units, by: text, into: &edits)
      // The style gives numbers where it wants some.
      for numbering in numbering(of: paragraph) { edits.remove(part.extent(numbering)) }
    }
  }

  private func numbering(of paragraph: Int) -> [Int] {
    part.children(of: paragraph).filter { part.tokens[$0].tag == .paragraphProperties }
      .flatMap { part.children(of: $0) }.filter { part.tokens[$0].tag == .numbering }
  }

  // MARK: XML

  private func properties(of run: Int?) -> RunProperties {
    RunProperties(
      part, run.flatMap { run in part.children(of: run).first { part.tokens[$0].tag == .runProperties } })
  }

  /// Runs of text, with the attributes of the run that they are like.
  private func xml(_ runs: [WordRun], like run: Int?, _ properties: RunProperties) -> String {
    let attributes = run.map { self.attributes(of: $0) } ?? ""
    return runs.map { piece in
      "<\(part.prefix)r\(attributes)\(part.declaration)>\(properties.text(with: piece.format))"
        + WordText.xml(piece.text, prefix: part.prefix) + "</\(part.prefix)r>"
    }.joined()
  }

  private func attributes(of token: Int) -> String {
    let tag = part.bytes[part.tokens[token].range]
    guard let blank = tag.firstIndex(where: \.isASCIISpace) else { return "" }
    var end = tag.endIndex - 1
    if tag[end - 1] == UInt8(ascii: "/") { end -= 1 }
    return " " + String(decoding: Array(tag[blank..<end]).trimmedASCII, as: UTF8.self)
  }

  /// The end of a paragraph and the start of one like it.
  private func paragraphBreak(_ paragraph: Int) -> String {
    let properties = part.children(of: paragraph).first { part.tokens[$0].tag == .paragraphProperties }
    var text = ""
    if let properties {
      // A section ends but once.
      let left = part.children(of: properties).filter {
        [.sectionProperties, .numbering].contains(part.tokens[$0].tag)
      }
      var edits = WordEdits()
      for child in left { edits.remove(part.extent(child)) }
      let extent = part.extent(properties)
      text = String(
        decoding: left.isEmpty ? Array(part.bytes[extent]) : edits.applied(to: part.bytes, within: extent),
        as: UTF8.self)
    }
    return "</\(part.prefix)p><\(part.prefix)p\(part.declaration)>" + text
  }

  // MARK: Edits

  /// Takes the units out, and the runs of which nothing else is left, and puts `text` where the first stood.
  private func replace(_ units: [Int], by text: String, into edits: inout WordEdits) {
    let removed = Set(units)
    var whole: [Int: Bool] = [:]
    func isWhole(_ run: Int) -> Bool {
      if let known = whole[run] { return known }
      let answer = part.children(of: run).allSatisfy {
        removed.contains($0) || part.tokens[$0].tag == .runProperties
      }
      whole[run] = answer
      return answer
    }
    var links: [Int: Bool] = [:]
    /// The link around a run of which nothing is left.
    func link(around run: Int) -> Int? {
      guard let link = part.tokens[run].parent, part.tokens[link].tag == .hyperlink else { return nil }
      if links[link] == nil {
        links[link] = part.children(of: link).allSatisfy { part.tokens[$0].tag == .run && isWhole($0) }
      }
      return links[link] == true ? link : nil
    }
    var gone: Set<Int> = []
    for (number, unit) in units.enumerated() {
      guard let run = part.tokens[unit].parent else { continue }
      let element = isWhole(run) ? link(around: run) ?? run : unit
      if number == 0 {
        let place = part.extent(element).lowerBound
        edits.insert(element == unit ? split(run, around: text) : text, at: place)
      }
      if gone.insert(element).inserted { edits.remove(part.extent(element)) }
    }
  }

  /// Text between the end of a run and the start of one like it.
  private func split(_ run: Int, around text: String) -> String {
    let properties = part.children(of: run).first { part.tokens[$0].tag == .runProperties }
    let copy = properties.map { String(decoding: part.bytes[part.extent($0)], as: UTF8.self) } ?? ""
    let open = String(decoding: part.bytes[part.tokens[run].range], as: UTF8.self)
    return "</\(part.prefix)r>" + text + open + copy
  }

  /// Puts text into a field that has none.
  private func insert(_ text: String, run: Int?, into edits: inout WordEdits) {
    switch field.form {
    case .simple, .control:
      let token = part.tokens[field.separate ?? field.begin]
      guard token.kind == .empty else { return edits.insert(text, at: token.range.upperBound) }
      let tag = part.bytes[token.range]
      let name = tag.dropFirst().prefix { !$0.isASCIISpace && $0 != UInt8(ascii: "/") }
      edits.replace(
        token.range.upperBound - 2..<token.range.upperBound,
        by: ">\(text)</\(String(decoding: name, as: UTF8.self))>".utf8)
    case .complex:
      guard let begin = run, let endRun = part.ancestor(of: field.end, .run) else { return }
      let anchor = field.separate ?? field.end
      guard let anchorRun = part.ancestor(of: anchor, .run) else { return }
      let separator =
        field.separate == nil
        ? "<\(part.prefix)r\(part.declaration)><\(part.prefix)fldChar \(part.prefix.isEmpty ? "w:" : part.prefix)fldCharType=\"separate\"/></\(part.prefix)r>"
        : ""
      if anchorRun == endRun, field.separate != nil {
        edits.insert(split(anchorRun, around: text), at: part.extent(anchor).upperBound)
      } else if field.separate == nil {
        if anchorRun == begin {
          edits.insert(split(anchorRun, around: separator + text), at: part.extent(anchor).lowerBound)
        } else {
          edits.insert(separator + text, at: part.extent(anchorRun).lowerBound)
        }
      } else {
        edits.insert(text, at: part.extent(anchorRun).upperBound)
      }
    }
  }

  /// Takes a paragraph out that an entry stood in; what is no text in it stays, between the paragraphs.
  private func remove(_ paragraph: Int, _ units: [Int], into edits: inout WordEdits) {
    let tokens = [field.begin, field.separate ?? field.begin, field.end]
    let isInside = !tokens.contains { paragraph < $0 && $0 < part.tokens[paragraph].match }
    let removed = Set(units)
    let kept = part.children(of: paragraph).filter { child in
      switch part.tokens[child].tag {
      case .paragraphProperties, .proofError: false
      case .run: !part.children(of: child).allSatisfy { removed.contains($0) || part.tokens[$0].tag == .runProperties }
      case .hyperlink: false
      default: true
      }
    }
    let staysBetween = kept.allSatisfy {
      [.bookmarkStart, .bookmarkEnd, .commentStart, .commentEnd].contains(part.tokens[$0].tag)
    }
    guard isInside, staysBetween else { return replace(units, by: "", into: &edits) }
    let text = kept.flatMap { part.bytes[part.extent($0)] }
    edits.replace(part.extent(paragraph), by: text)
  }
}

/// Text as the elements of a run.
enum WordText {
  /// `w:t` elements, tabs and line breaks.
  static func xml(_ text: String, prefix: String) -> String {
    var xml = ""
    var piece = ""
    func flush() {
      guard !piece.isEmpty else { return }
      let isPadded = piece.utf8.first?.isASCIISpace == true || piece.utf8.last?.isASCIISpace == true
      xml += "<\(prefix)t\(isPadded ? " xml:space=\"preserve\"" : "")>\(WordEscape.text(piece))</\(prefix)t>"
      piece = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t":
        flush()
        xml += "<\(prefix)tab/>"
      case "\n":
        flush()
        xml += "<\(prefix)br/>"
      default: piece.unicodeScalars.append(scalar)
      }
    }
    flush()
    return xml
  }
}
