import IbidModel

/// A role of MyST that cites: ``{cite}`weng2023,cook2019` ``, ``{cite:t}`weng2023` ``.
///
/// Source: MyST's guide, «Citations»; sphinxcontrib-bibtex's manual, «Roles and directives».
struct CitationRole {
  private let name: String
  /// Where the backtick behind the role's name stands.
  let end: Int

  /// The role whose brace stands at `index`; nil where none does, and where it is another one.
  init?(_ text: [UInt8], at index: Int) {
    let limit = min(text.count, index + 24)
    guard let close = (index..<limit).first(where: { text[$0] == UInt8(ascii: "}") }), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "`")
    else { return nil }
    name = String(decoding: text[index + 1..<close], as: UTF8.self)
    end = close + 1
    guard Self.families.contains(where: { name == $0 || name.hasPrefix($0 + ":") }) || name.hasPrefix("cite") else {
      return nil
    }
  }

  private static let families = ["cite", "footcite"]

  /// Whether the sentence needs the citation's words: the author's name is one of them.
  private var isInText: Bool {
    let form = name.drop { $0 != ":" }.dropFirst()
    let short = form.isEmpty ? name.dropFirst("cite".count) : form
    return ["t", "ct", "author", "year"].contains { short.hasPrefix($0) }
  }

  /// The citation of the keys in a stretch, commas or semicolons between them; nil where there is none.
  func citation(_ text: [UInt8], _ range: Range<Int>) -> ArticleDraft.Citation? {
    let markers = text[range].split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }.compactMap { key in
      marker(Array(key).trimmedASCII, range)
    }
    return markers.isEmpty ? nil : ArticleDraft.Citation(range: range, isInText: isInText, markers: markers)
  }

  /// A key, with words before and behind it in braces: `{see}weng2023{p. 3}`.
  private func marker(_ text: [UInt8], _ range: Range<Int>) -> ArticleDraft.MarkerDraft? {
    var key = text[...]
    var before: ArraySlice<UInt8> = []
    if key.first == UInt8(ascii: "{"), let close = key.firstIndex(of: UInt8(ascii: "}")) {
      before = key[1..<close]
      key = key[(close + 1)...]
    }
    let name = key.prefix { $0 != UInt8(ascii: "{") && !$0.isASCIISpace }
    let behind = key[name.endIndex...].filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }
    guard !name.isEmpty else { return nil }
    let label = String(decoding: name, as: UTF8.self)
    var marker = ArticleDraft.MarkerDraft(label: label, target: .key(label), style: .citationKey, range: range)
    if !before.isEmpty { marker.prefix = String(decoding: before, as: UTF8.self) }
    (marker.locator, marker.suffix) = PandocCitation(text: behind).locator(0..<behind.count)
    marker.suppressesAuthor = self.name.contains("year")
    return marker
  }
}
