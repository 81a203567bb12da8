import IbidModel

/// A citation of org-cite: `[cite/style:common prefix; see @key p. 3; @other; common suffix]`.
///
/// Source: the Org manual, «Citations», «Citation export processors».
struct OrgCitation {
  private(set) var isInText = false
  /// Whether it only puts works on the list: `[cite/nocite:@key]`.
  private(set) var isSilent = false
  private(set) var markers: [ArticleDraft.MarkerDraft] = []

  /// The citation in brackets; nil where they hold none.
  init?(_ text: [UInt8], _ extent: Range<Int>) {
    let inside = extent.lowerBound + 5..<extent.upperBound - 1
    guard !inside.isEmpty, let colon = inside.prefix(60).first(where: { text[$0] == UInt8(ascii: ":") }),
      colon == inside.lowerBound || text[inside.lowerBound] == UInt8(ascii: "/")
    else { return nil }
    let pandoc = PandocCitation(text: text)
    guard let citation = pandoc.citation(inside: colon + 1..<inside.upperBound, extent: extent) else { return nil }
    markers = citation.markers
    let style = text[inside.lowerBound..<colon].split(separator: UInt8(ascii: "/")).first.map { Array($0) } ?? []
    switch String(decoding: style, as: UTF8.self) {
    case "t", "text", "author", "a", "ft": isInText = true
    case "na", "noauthor", "year", "y":
      for index in markers.indices { markers[index].suppressesAuthor = true }
    case "n", "nocite": isSilent = true
    default: break
    }
    // What stands before the first key's part is said of all.
    let first = text[colon + 1..<inside.upperBound].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "@") }
    if first.endIndex < inside.upperBound, text[first.endIndex] == UInt8(ascii: ";"), !first.trimmedASCII.isEmpty {
      markers[0].prefix =
        String(decoding: first.trimmedASCII, as: UTF8.self) + (markers[0].prefix.map { " " + $0 } ?? "")
    }
  }

  /// A marker for each key between separators.
  static func keys(_ text: [UInt8], _ range: Range<Int>, separator: UInt8) -> [ArticleDraft.MarkerDraft] {
    text[range].split(separator: separator).compactMap { part in
      let key = String(decoding: part.trimmedASCII, as: UTF8.self)
      guard !key.isEmpty, !key.contains(" ") else { return nil }
      return .init(label: key, target: .key(key), style: .citationKey, range: part.startIndex..<part.endIndex)
    }
  }
}
