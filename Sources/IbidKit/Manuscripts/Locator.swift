import IbidModel

/// A locator as people write it, taken apart into what it counts and the numbers: `pp. 33-35`, `chap. 2`.
struct Locator {
  /// CSL's name of what is counted; nil for pages without a word.
  let label: String?
  let value: String

  init(_ text: String) {
    let bytes = text.utf8.trimmedASCII
    let word = bytes.prefix { $0.isASCIILetter || $0 == UInt8(ascii: ".") || $0 >= 0x80 }
    let name = String(decoding: word.filter { $0 != UInt8(ascii: ".") }, as: UTF8.self).lowercased()
    if !word.isEmpty, word.count < bytes.count, let label = Self.labels[name] {
      self.label = label
      value = String(decoding: bytes.dropFirst(word.count).trimmedASCII, as: UTF8.self)
    } else {
      label = nil
      value = String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Source: pandoc's manual, «Citation syntax», locator terms; CSL 1.0.2, appendix III.
  private static let labels: [String: String] = [
    "p": "page", "pp": "page", "page": "page", "pages": "page", "ch": "chapter", "chap": "chapter",
    "chaps": "chapter", "chapter": "chapter", "chapters": "chapter", "sec": "section", "sect": "section",
    "section": "section", "sections": "section", "§": "section", "§§": "section", "vol": "volume", "vols": "volume",
    "volume": "volume", "fig": "figure", "figs": "figure", "figure": "figure", "para": "paragraph",
    "paras": "paragraph", "paragraph": "paragraph", "¶": "paragraph", "no": "issue", "n": "note", "note": "note",
    "l": "line", "ll": "line", "line": "line", "lines": "line", "v": "verse", "vv": "verse", "verse": "verse",
    "pt": "part", "part": "part", "bk": "book", "book": "book", "col": "column", "column": "column", "fol": "folio",
    "folio": "folio", "op": "opus", "sv": "sub-verbo",
  ]
}
