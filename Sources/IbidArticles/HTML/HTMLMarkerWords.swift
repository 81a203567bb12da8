import IbidModel

/// How the words of a link within a page read: as a marker, or as a way to another part of the page.
enum HTMLMarkerWords {
  /// Longest stretch of text that is a marker, in bytes.
  static let longest = 200

  /// Whether a link with these words is a marker: it is raised, or a number or sign, or names a year, or leads to an
  /// entry of a list of references. «Fig. 2» and «Table 1» are none.
  static func areMarker(_ words: String, role: String, isRaised: Bool, isListed: Bool) -> Bool {
    if isFootnote(role: role) || isReference(role: role) { return true }
    let count = words.unicodeScalars.count
    let first = words.prefix { $0.isLetter }.lowercased()
    if parts.contains(first) { return false }
    if count <= 12, isRaised || words.contains(where: \.isNumber) || count <= 2 { return true }
    return isListed || holdsYear(words)
  }

  /// Whether the word before a place, numbers and «and» passed over, counts parts of the page: «Figures S1 and [S2]».
  static func isCounted(_ text: [UInt8], _ place: Int) -> Bool {
    var index = place
    let limit = max(0, place - 40)
    while index > limit {
      var start = index
      while start > limit, text[start - 1].isASCIILetter { start -= 1 }
      let word = String(decoding: Array(text[start..<index]).loweredASCII, as: UTF8.self)
      if index - start > 1, word != "and" { return parts.contains(word) }
      index = start
      guard index > limit else { break }
      let byte = text[index - 1]
      guard byte.isASCIIDigit || byte.isASCIISpace || ".,-(".utf8.contains(byte) || byte >= 0x80 else { return false }
      index -= 1
    }
    return false
  }

  /// Whether the markup calls a link a footnote's mark.
  static func isFootnote(role: String) -> Bool { role.contains("noteref") || role.contains("footnote") }

  private static func isReference(role: String) -> Bool {
    ["biblioref", "bibr", "citation"].contains { role.contains($0) }
  }

  /// The number or sign that the words are; nil for a year or a name.
  static func label(_ words: String) -> String? {
    let label = words.filter { !"[]() ".contains($0) }
    let isNumber = label.utf8.allSatisfy(\.isASCIIDigit)
    guard !label.isEmpty, isNumber ? label.utf8.count < 4 : label.unicodeScalars.count <= 12 else { return nil }
    return isNumber || !holdsYear(words) ? label : nil
  }

  private static func holdsYear(_ words: String) -> Bool {
    let text = Array(words.utf8)
    return text.indices.contains { CitedYear.read(text, at: $0, to: text.count) != nil }
      || ["n.d.", "in press", "forthcoming", "s.f.", "o. j.", "o.j."].contains { words.lowercased().contains($0) }
  }

  private static let parts: Set<String> = [
    "fig", "figs", "figure", "figures", "table", "tables", "tab", "box", "eq", "eqs", "equation", "equations",
    "section",
    "sections", "sec", "chapter", "chap", "appendix", "supplementary", "supplement", "scheme", "algorithm", "listing",
    "part", "step", "page", "theorem", "lemma", "proposition", "corollary", "definition", "example", "video", "videos",
    "movie", "movies", "boxes", "schemes", "data", "dataset", "datasets", "file", "files",
    "abbildung", "abb", "tabelle", "kapitel", "abschnitt", "figura", "tabla", "tableau", "cuadro",
  ]
}

/// Which blocks stand below a heading that announces notes.
struct NoteHeadings {
  private let stretches: [Range<Int>]

  init(_ draft: ArticleDraft) {
    var stretches: [Range<Int>] = []
    var open: Int?
    for (index, block) in draft.blocks.enumerated() where block.setting == .heading {
      if let start = open { stretches.append(start..<index) }
      open = NoteHeading.announcesNotes(draft.text, block.range) ? index : nil
    }
    if let start = open { stretches.append(start..<draft.blocks.count) }
    self.stretches = stretches
  }

  /// Whether the heading before a block announces notes.
  func announce(block: Int) -> Bool { stretches.contains { $0.contains(block) } }
}
