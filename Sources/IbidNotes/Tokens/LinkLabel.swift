import IbidText

/// The words of links that pages put behind a reference: «[CrossRef] [PubMed]», «Google Scholar», «Full text».
enum LinkLabel {
  /// How many tokens at the end are such words, their brackets included.
  static func count(_ bytes: [UInt8], _ tokens: [Token]) -> Int {
    var end = tokens.count
    while let start = start(bytes, tokens, before: end) { end = start }
    return tokens.count - end
  }

  /// Where the label begins that ends before a token; nil where there is none.
  private static func start(_ bytes: [UInt8], _ tokens: [Token], before end: Int) -> Int? {
    var last = end
    while last > 0, isMark(bytes, tokens[last - 1], ")].|·") { last -= 1 }
    // The longest label first: «Free full text» is one.
    for count in stride(from: 4, through: 1, by: -1) where count <= last {
      let words = tokens[(last - count)..<last]
      guard words.allSatisfy(\.isWord) else { continue }
      let text = words.map { SearchKey.folded(String(decoding: bytes[$0.range], as: UTF8.self)) }.joined(separator: " ")
      guard labels.contains(text) else { continue }
      var first = last - count
      while first > 0, isMark(bytes, tokens[first - 1], "([|·") { first -= 1 }
      // «… of the free article»: a label stands behind what ends a reference.
      // «…, Link, 2003» is a publisher.
      guard first == 0 || first < last - count || !tokens[first - 1].isWord && !isMark(bytes, tokens[first - 1], ",:-&")
      else { return nil }
      return first
    }
    return nil
  }

  private static func isMark(_ bytes: [UInt8], _ token: Token, _ marks: String) -> Bool {
    token.kind == .mark && marks.utf8.contains(bytes[token.start])
  }

  private static let labels: Set<String> = [
    "crossref", "cross ref", "pubmed", "medline", "google scholar", "scholar", "full text", "free full text",
    "fulltext",
    "free pmc article", "pmc free article", "free article", "pmc", "web of science", "isi", "scopus", "view article",
    "publisher full text", "publisher site", "view at publisher", "pubmed abstract", "abstract", "pdf", "cas", "ads",
    "mathscinet", "zbmath", "link", "doi", "article", "view", "open access", "inspire", "worldcat", "embase",
    "springerlink",
    "sciencedirect", "texto completo", "volltext", "texte integral",
  ]
}
