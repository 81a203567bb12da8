import IbidModel

/// A link of org-ref: `cite:key1,key2` as version 2 writes it, `citep:see &key1 p. 3;&key2` as version 3 does.
///
/// Source: org-ref 3's manual, «Citations».
struct OrgRefCitation {
  private(set) var isInText = false
  private(set) var markers: [ArticleDraft.MarkerDraft] = []

  /// The citation that a link's target makes; nil where it is another link.
  init?(_ text: [UInt8], _ target: Range<Int>) {
    guard let colon = target.prefix(20).first(where: { text[$0] == UInt8(ascii: ":") }),
      let kind = LaTeXCitation(command: String(decoding: text[target.lowerBound..<colon], as: UTF8.self))
    else { return nil }
    isInText = kind.isInText
    let inside = colon + 1..<target.upperBound
    if text[inside].contains(UInt8(ascii: "&")) {
      for part in text[inside].split(separator: UInt8(ascii: ";")) {
        if let marker = Self.marker(text, part.startIndex..<part.endIndex) { markers.append(marker) }
      }
    } else {
      markers = OrgCitation.keys(text, inside, separator: UInt8(ascii: ",")).filter { $0.label.first != "@" }
    }
    guard !markers.isEmpty else { return nil }
    for index in markers.indices { markers[index].suppressesAuthor = kind.suppressesAuthor }
  }

  /// `see &key p. 3`
  private static func marker(_ text: [UInt8], _ part: Range<Int>) -> ArticleDraft.MarkerDraft? {
    guard let mark = part.first(where: { text[$0] == UInt8(ascii: "&") }) else { return nil }
    var end = mark + 1
    while end < part.upperBound, !text[end].isASCIISpace, text[end] != UInt8(ascii: ",") { end += 1 }
    guard end > mark + 1 else { return nil }
    let key = String(decoding: text[mark + 1..<end], as: UTF8.self)
    var marker = ArticleDraft.MarkerDraft(label: key, target: .key(key), style: .citationKey, range: part)
    let prefix = text[part.lowerBound..<mark].trimmedASCII
    if !prefix.isEmpty { marker.prefix = String(decoding: prefix, as: UTF8.self) }
    (marker.locator, marker.suffix) = PandocCitation(text: text).locator(end..<part.upperBound)
    return marker
  }
}
