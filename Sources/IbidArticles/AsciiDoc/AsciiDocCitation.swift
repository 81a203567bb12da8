import IbidModel

/// A macro that cites: `cite:[weng2023(33), cook2019]` and `cite:see[weng2023]` of asciidoctor-bibtex,
/// `cite:[weng2023, page=33]+[cook2019]` of asciidoctor-bibliography.
///
/// Source: asciidoctor-bibtex 0.9 and asciidoctor-bibliography 0.11, README.
struct AsciiDocCitation {
  let isInText: Bool
  let suppressesAuthor: Bool

  /// The citation that a macro of this name makes; nil where it makes none.
  init?(macro: String) {
    if macro == "citenp" || macro == "citet" {
      (isInText, suppressesAuthor) = (true, false)
    } else if let kind = LaTeXCitation(command: macro) {
      (isInText, suppressesAuthor) = (kind.isInText, kind.suppressesAuthor)
    } else {
      return nil
    }
  }

  /// A marker for each key; an attribute behind a key says where in the work.
  func markers(_ text: [UInt8], _ inside: Range<Int>, prefix: Range<Int>) -> [ArticleDraft.MarkerDraft] {
    var markers: [ArticleDraft.MarkerDraft] = []
    for part in text[inside].split(separator: UInt8(ascii: ",")) {
      let bytes = part.trimmedASCII
      if let equals = bytes.firstIndex(of: UInt8(ascii: "=")), !markers.isEmpty {
        let name = String(decoding: bytes[..<equals].trimmedASCII, as: UTF8.self)
        let value = String(decoding: bytes[(equals + 1)...].filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
        if name == "page" || name == "locator" { markers[markers.count - 1].locator = value }
        if name == "prefix" { markers[markers.count - 1].prefix = value }
        if name == "suffix" { markers[markers.count - 1].suffix = value }
      } else if let marker = marker(bytes, range: part.startIndex..<part.endIndex) {
        markers.append(marker)
      }
    }
    let words = text[prefix].trimmedASCII
    if !words.isEmpty, !markers.isEmpty { markers[0].prefix = String(decoding: words, as: UTF8.self) }
    return markers
  }

  /// `key(33)`
  private func marker(_ cite: [UInt8], range: Range<Int>) -> ArticleDraft.MarkerDraft? {
    let key = cite.prefix { $0 != UInt8(ascii: "(") }.trimmedASCII
    guard !key.isEmpty, !key.contains(0x20) else { return nil }
    let name = String(decoding: key, as: UTF8.self)
    var marker = ArticleDraft.MarkerDraft(label: name, target: .key(name), style: .citationKey, range: range)
    marker.suppressesAuthor = suppressesAuthor
    if let open = cite.firstIndex(of: UInt8(ascii: "(")), let close = cite.lastIndex(of: UInt8(ascii: ")")),
      close > open
    {
      (marker.locator, marker.suffix) = PandocCitation(text: cite).locator(open + 1..<close)
    }
    return marker
  }
}
