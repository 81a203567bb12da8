import IbidModel

/// A role of sphinxcontrib-bibtex, and the works that its text names: ``:cite:p:`{see}weng2023{p. 3},cook2019` ``.
///
/// Source: sphinxcontrib-bibtex 2.6, «Roles and Directives»; the older `:cite:` alone stands in brackets.
struct RSTCitation {
  private(set) var isInText = false
  private var suppressesAuthor = false
  /// Whether it shows nothing in the text.
  private(set) var isSilent = false

  /// The citation that a role makes, its name in lower case; nil where it makes none.
  init?(role: String) {
    var manner = role[...]
    guard let family = ["footcite", "cite"].first(where: manner.hasPrefix) else { return nil }
    manner = manner.dropFirst(family.count)
    if manner.first == ":" { manner = manner.dropFirst() }
    switch manner {
    case "", "p", "ps", "label", "labelpar", "alp", "alps", "full": break
    case "t", "ts", "ct", "cts", "alt", "alts", "author", "authors", "authorpar", "authorpars", "text":
      isInText = true
    case "year", "yearpar", "title": suppressesAuthor = true
    case "empty": isSilent = true
    default: return nil
    }
  }

  /// A marker for each key, in the order of the text.
  func markers(_ text: [UInt8], _ inside: Range<Int>) -> [ArticleDraft.MarkerDraft] {
    cites(text, inside).compactMap { marker(text, $0) }
  }

  /// What stands between the commas outside braces.
  private func cites(_ text: [UInt8], _ inside: Range<Int>) -> [Range<Int>] {
    var cites: [Range<Int>] = []
    var depth = 0
    var start = inside.lowerBound
    for index in inside {
      switch text[index] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth <= 0:
        cites.append(start..<index)
        start = index + 1
      default: break
      }
    }
    return cites + [start..<inside.upperBound]
  }

  private func marker(_ text: [UInt8], _ cite: Range<Int>) -> ArticleDraft.MarkerDraft? {
    var cite = text.trimmedASCII(cite)
    var prefix: String?
    if let first = cite.first, text[first] == UInt8(ascii: "{"),
      let close = cite.first(where: { text[$0] == UInt8(ascii: "}") })
    {
      prefix = String(decoding: text[first + 1..<close], as: UTF8.self)
      cite = close + 1..<cite.upperBound
    }
    let open = cite.first { text[$0] == UInt8(ascii: "{") } ?? cite.upperBound
    let key = String(decoding: text[text.trimmedASCII(cite.lowerBound..<open)], as: UTF8.self)
    guard !key.isEmpty else { return nil }
    var marker = ArticleDraft.MarkerDraft(label: key, target: .key(key), style: .citationKey, range: cite)
    marker.prefix = prefix
    marker.suppressesAuthor = suppressesAuthor
    if open < cite.upperBound, let close = cite.last(where: { text[$0] == UInt8(ascii: "}") }), close > open {
      (marker.locator, marker.suffix) = PandocCitation(text: text).locator(open + 1..<close)
    }
    return marker
  }
}
