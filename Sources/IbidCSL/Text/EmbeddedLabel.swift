import IbidModel

/// Labels that people write into locators and numbers: «vol. 1, fol. 186».
///
/// Source: citeproc-js' behaviour; no part of CSL, and common in what reference managers send.
enum EmbeddedLabel {
  /// The term that `text` begins with as an abbreviation before a number, and the rest; nil and `text` otherwise.
  static func split(_ text: String) -> (label: String?, rest: String) {
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")),
      let label = labels[String(text[..<point])]
    else { return (nil, text) }
    let rest = text[text.utf8.index(after: point)...].drop { $0 == " " }
    guard let digit = rest.utf8.first, digit.isASCIIDigit else { return (nil, text) }
    return (label, String(rest))
  }

  private static let labels: [String: String] = [
    "bk": "book", "ch": "chapter", "chap": "chapter", "col": "column", "fig": "figure", "fol": "folio",
    "l": "line", "ll": "line", "n": "note", "no": "issue", "op": "opus", "p": "page", "pp": "page",
    "para": "paragraph", "pt": "part", "sec": "section", "v": "verse", "vol": "volume", "vols": "volume",
  ]
}
