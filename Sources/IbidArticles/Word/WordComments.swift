import IbidModel

/// The comments of a Word document: those that are there, and ours.
///
/// Source: ECMA-376, part 1, section 17.13.4; [MS-DOCX], section 2.5.1 (`commentEx`).
struct WordComments: Sendable {
  private let name: String
  private var part: WordPart?
  private var removed: [Int] = []
  private var added: [(id: Int, lines: [String])] = []
  private var nextID = 0
  /// Paragraphs that others answered.
  private let answered: Set<String>

  /// What stands before the fingerprint in our comments' last line.
  static let mark = "ibid:"
  private static let contentType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  init(_ package: WordPackage) throws(ZIPArchive.Failure) {
    let folder = package.main.lastIndex(of: "/").map { String(package.main[...$0]) } ?? ""
    let known = package.part("comments", usual: "comments.xml")
    name = known ?? folder + "comments.xml"
    let bytes = try package.text(of: name)
    if let bytes { part = try WordPart(name: name, bytes: bytes) } else { part = nil }
    var answered: Set<String> = []
    if let list = package.part("commentsExtended", usual: "commentsExtended.xml"),
      let bytes = try package.text(of: list)
    {
      var scanner = MarkupScanner(bytes, from: 0, isHTML: false)
      while let token = scanner.next() {
        if case .start(let tag) = token, let parent = tag["paraidparent"] { answered.insert(parent) }
      }
    }
    self.answered = answered
  }

  private var comments: [Int] {
    guard let part else { return [] }
    return part.tokens.indices.filter { part.tokens[$0].opens && part.tokens[$0].tag == .comment }
  }

  var removedCount: Int { removed.count }

  /// Takes our own comments out that nobody answered.
  ///
  /// - Returns: their identifiers.
  mutating func removeOwn() -> Set<String> {
    guard let part else { return [] }
    removed = comments.filter { isOwn($0, in: part) }
    return Set(removed.compactMap { part.attribute($0, "id") })
  }

  /// By our name, with a fingerprint in its last line.
  private func isOwn(_ comment: Int, in part: WordPart) -> Bool {
    guard part.attribute(comment, "author") == WordReview.author,
      let last = part.children(of: comment).last(where: { part.tokens[$0].tag == .paragraph })
    else { return false }
    if let id = part.attribute(last, "paraId"), answered.contains(id) { return false }
    var text: [UInt8] = []
    for index in last..<part.tokens[last].match where part.tokens[index].opens && part.tokens[index].tag == .text {
      text += part.text(of: index)
    }
    let line = String(decoding: text, as: UTF8.self)
    guard let word = line.split(separator: " ").last, word.hasPrefix(Self.mark) else { return false }
    let digits = word.utf8.dropFirst(Self.mark.utf8.count)
    return digits.count == 16 && digits.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0) }
  }

  /// Keeps new identifiers above all that the comments and the document use.
  mutating func reserve(_ document: WordPart) {
    var greatest = -1
    for comment in comments where !removed.contains(comment) {
      greatest = max(greatest, part?.attribute(comment, "id").flatMap { Int($0) } ?? -1)
    }
    for (index, token) in document.tokens.enumerated()
    where token.opens && [.commentStart, .commentEnd, .commentReference].contains(token.tag) {
      greatest = max(greatest, document.attribute(index, "id").flatMap { Int($0) } ?? -1)
    }
    nextID = greatest < Int(Int32.max) - 100_000 ? greatest + 1 : 0
  }

  /// Adds a comment of some lines, a paragraph each.
  ///
  /// - Returns: its identifier.
  mutating func add(_ lines: [String]) -> Int {
    added.append((nextID, lines))
    nextID += 1
    return nextID - 1
  }

  /// Writes what changed; a part in which nothing is left goes.
  func write(into package: inout WordPackage) throws(ZIPArchive.Failure) {
    guard !removed.isEmpty || !added.isEmpty else { return }
    try removeTraces(from: &package)
    guard let part else {
      let namespace =
        package.relationshipBase.contains("purl.oclc.org")
        ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
        : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
      let text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"\(namespace)\">"
        + added.map { xml($0, prefix: "w:", declaration: "") }.joined() + "</w:comments>"
      return try package.add(
        name, Array(text.utf8), contentType: Self.contentType, relationship: package.relationshipBase + "comments",
        from: package.main)
    }
    if added.isEmpty, removed.count == comments.count { return try package.remove(name, from: package.main) }
    var edits = WordEdits()
    for comment in removed { edits.remove(part.extent(comment)) }
    let text = added.map { xml($0, prefix: part.prefix, declaration: part.declaration) }.joined()
    if part.tokens[0].kind == .empty {
      let tag = String(decoding: part.bytes[part.tokens[0].range], as: UTF8.self)
      let name = tag.dropFirst().prefix { $0 != " " && $0 != "/" && $0 != "\n" && $0 != "\t" }
      edits.replace(part.tokens[0].range, by: (tag.dropLast(2) + ">" + text + "</\(name)>").utf8)
    } else {
      edits.insert(text, at: part.tokens[part.tokens[0].match].range.lowerBound)
    }
    package.set(part.name, edits.applied(to: part.bytes))
  }

  /// What newer versions of Word keep of our comments in parts of their own.
  private func removeTraces(from package: inout WordPackage) throws(ZIPArchive.Failure) {
    guard let part else { return }
    var paragraphs: Set<String> = []
    for comment in removed {
      for child in part.children(of: comment) { if let id = part.attribute(child, "paraId") { paragraphs.insert(id) } }
    }
    guard !paragraphs.isEmpty else { return }
    for type in ["commentsExtended", "commentsIds"] {
      guard let name = package.part(type, usual: type + ".xml"), let bytes = try package.text(of: name) else {
        continue
      }
      var edits = WordEdits()
      var scanner = MarkupScanner(bytes, from: 0, isHTML: false)
      while let token = scanner.next() {
        if case .start(let tag) = token, tag.isEmpty, let id = tag["paraid"], paragraphs.contains(id) {
          edits.remove(tag.range)
        }
      }
      if !edits.isEmpty { package.set(name, edits.applied(to: bytes)) }
    }
  }

  private func xml(_ comment: (id: Int, lines: [String]), prefix p: String, declaration: String) -> String {
    let a = p.isEmpty ? "w:" : p
    let paragraphs = comment.lines.enumerated().map { number, line in
      let mark =
        number == 0
        ? "<\(p)r><\(p)rPr><\(p)rStyle \(a)val=\"CommentReference\"/></\(p)rPr><\(p)annotationRef/></\(p)r>" : ""
      return "<\(p)p>\(mark)<\(p)r><\(p)t xml:space=\"preserve\">\(WordEscape.text(line))</\(p)t></\(p)r></\(p)p>"
    }
    return
      "<\(p)comment\(declaration) \(a)id=\"\(comment.id)\" \(a)author=\"\(WordReview.author)\" \(a)initials=\"Ib\">"
      + paragraphs.joined() + "</\(p)comment>"
  }
}

extension WordPart {
  /// The part without the markers of these comments; runs that only a marker parted are one again.
  func withoutComments(_ ids: Set<String>) -> [UInt8] {
    var gone: Set<Int> = []
    for (index, token) in tokens.enumerated() where token.opens {
      guard [.commentStart, .commentEnd, .commentReference].contains(token.tag),
        let id = attribute(index, "id"), ids.contains(id)
      else { continue }
      let run = tokens[index].parent
      if token.tag == .commentReference, let run,
        children(of: run).allSatisfy({ $0 == index || tokens[$0].tag == .runProperties })
      {
        gone.insert(run)
      } else {
        gone.insert(index)
      }
    }
    var edits = WordEdits()
    for index in gone { edits.remove(extent(index)) }
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard tokens[index].kind == .start, tokens[index].tag == .run, !gone.contains(index) else { continue }
      var next = tokens[index].match + 1
      var isParted = false
      while next < tokens.count, gone.contains(next) {
        isParted = true
        next = tokens[next].match + 1
      }
      guard isParted, next < tokens.count, tokens[next].kind == .start, tokens[next].tag == .run else { continue }
      if let seam = seam(index, next) { edits.remove(seam.first); edits.remove(seam.second) }
    }
    return edits.applied(to: bytes)
  }

  /// What parts two runs that are alike: the end of the one and the start of the other, and of their texts where both
  /// are text there.
  private func seam(_ one: Int, _ other: Int) -> (first: Range<Int>, second: Range<Int>)? {
    let (before, behind) = (children(of: one), children(of: other))
    func properties(_ children: [Int]) -> Range<Int>? {
      guard let first = children.first, tokens[first].tag == .runProperties else { return nil }
      return extent(first)
    }
    let (old, new) = (properties(before), properties(behind))
    guard bytes[tokens[one].range] == bytes[tokens[other].range],
      old.map({ bytes[$0] }) ?? [] == new.map({ bytes[$0] }) ?? [], let last = before.last,
      let first = behind.first(where: { tokens[$0].tag != .runProperties }), tokens[last].tag != .runProperties
    else { return nil }
    guard tokens[last].kind == .start, tokens[last].tag == .text, tokens[first].kind == .start,
      tokens[first].tag == .text
    else {
      // A field's character has a run of its own.
      guard (before + behind).allSatisfy({ tokens[$0].tag.isVisibleText || tokens[$0].tag == .runProperties }) else {
        return nil
      }
      let end = tokens[tokens[one].match].range
      return (end, extent(other).lowerBound..<extent(first).lowerBound)
    }
    return (
      tokens[tokens[last].match].range.lowerBound..<extent(one).upperBound,
      extent(other).lowerBound..<tokens[first].range.upperBound
    )
  }
}
