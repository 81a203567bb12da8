import IbidModel
import IbidText

/// The words around a key, as tokens: emphasis, raised and lowered text and quotations as the style's engine takes them;
/// code, formulas and links as places that are filled in again when all is rendered.
///
/// Source: pandoc's manual, «Inline formatting»; CommonMark 0.31, «Inlines», as far as people write them in citations.
struct AffixReader {
  /// What begins and ends a place: no text has these.
  private static let opening = Unicode.Scalar(0xFDD0 as UInt32) ?? "\0"
  private static let closing = Unicode.Scalar(0xFDD1 as UInt32) ?? "\0"

  private let isMarkdown: Bool
  /// What stands for the places, in order.
  private(set) var kept: [String] = []

  /// - Parameter isMarkdown: whether marks of markup mean something.
  init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  /// The tokens of what stands behind a key.
  mutating func tokens(of words: String) -> [CiteToken] {
    guard isMarkdown else { return CiteToken.tokens(of: words) }
    return tokens(Array(words.utf8)[...], depth: 0)
  }

  /// What stands before a key, with CSL's tags.
  mutating func richText(of words: String) -> String { tokens(of: words).map(\.rich).joined() }

  /// A rendered text with the places filled in.
  func filled(_ text: String) -> String {
    guard !kept.isEmpty else { return text }
    let parts = text.unicodeScalars.split(separator: Self.opening, omittingEmptySubsequences: false)
    var result = parts.first.map { String($0) } ?? ""
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: Self.closing), let place = Int(String(part[..<end])),
        kept.indices.contains(place)
      else {
        result += String(part)
        continue
      }
      result += kept[place] + String(part[part.index(after: end)...])
    }
    return result
  }

  private mutating func place(_ source: ArraySlice<UInt8>, _ kind: CiteToken.Kind) -> CiteToken {
    let text = String(decoding: source, as: UTF8.self)
    kept.append(text)
    return CiteToken(kind, text, rich: "\(Self.opening)\(kept.count - 1)\(Self.closing)")
  }

  private mutating func tokens(_ text: ArraySlice<UInt8>, depth: Int) -> [CiteToken] {
    var tokens: [CiteToken] = []
    var plain: [UInt8] = []
    func flush() {
      tokens += CiteToken.tokens(of: String(decoding: plain, as: UTF8.self))
      plain = []
    }
    var index = text.startIndex
    while index < text.endIndex {
      if let markup = depth < 8 ? self.markup(text, at: index, depth) : nil {
        flush()
        tokens.append(markup.token)
        index = markup.end
      } else if let sign = sign(text, at: index) {
        plain += sign.text.utf8
        index = sign.end
      } else {
        plain.append(text[index])
        index += 1
      }
    }
    flush()
    return tokens
  }

  /// An escaped mark, an entity, or what stands for dashes and points.
  private func sign(_ text: ArraySlice<UInt8>, at index: Int) -> (text: String, end: Int)? {
    let rest = text[index...]
    switch text[index] {
    case UInt8(ascii: "\\"):
      guard let next = rest.dropFirst().first, next < 0x80, !next.isASCIILetter, !next.isASCIIDigit else { return nil }
      return (next == 0x20 ? "\u{A0}" : String(UnicodeScalar(next)), index + 2)
    case UInt8(ascii: "&"):
      return HTMLEntity.reference(in: Array(rest.prefix(40)), at: 0).map { (String($0.scalar), index + $0.end) }
    case UInt8(ascii: "-") where rest.starts(with: "---".utf8): return ("—", index + 3)
    case UInt8(ascii: "-") where rest.starts(with: "--".utf8): return ("–", index + 2)
    case UInt8(ascii: ".") where rest.starts(with: "...".utf8): return ("…", index + 3)
    default: return nil
    }
  }

  private mutating func markup(
    _ text: ArraySlice<UInt8>, at index: Int, _ depth: Int
  ) -> (token: CiteToken, end: Int)? {
    switch text[index] {
    case UInt8(ascii: "`"), UInt8(ascii: "$"):
      let isFormula = text[index] == UInt8(ascii: "$")
      guard let span = AffixSpan(text, at: index, mayHoldBlanks: true),
        !isFormula || !text[span.inside.lowerBound].isASCIISpace && !text[span.inside.upperBound - 1].isASCIISpace
      else { return nil }
      return (place(text[index..<span.end], isFormula ? .formula : .whole), span.end)
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      guard let span = AffixSpan(text, at: index, mayHoldBlanks: true), span.isTight(text), span.width <= 3 else {
        return nil
      }
      let tags = [("<i>", "</i>"), ("<b>", "</b>"), ("<b><i>", "</i></b>")][span.width - 1]
      return (whole(text[span.inside], tags, depth), span.end)
    case UInt8(ascii: "^"), UInt8(ascii: "~"):
      guard let span = AffixSpan(text, at: index, mayHoldBlanks: false), span.width == 1 else { return nil }
      let name = text[index] == UInt8(ascii: "^") ? "sup" : "sub"
      return (whole(text[span.inside], ("<\(name)>", "</\(name)>"), depth), span.end)
    case UInt8(ascii: "'"):
      let isInWord = index > text.startIndex && !text[index - 1].isASCIISpace && !"([\"".utf8.contains(text[index - 1])
      guard !isInWord, let span = AffixSpan(text, at: index, mayHoldBlanks: true), span.isTight(text), span.width == 1
      else { return (CiteToken(.mark, "’"), index + 1) }
      return (whole(text[span.inside], ("‘", "’"), depth), span.end)
    case UInt8(ascii: "\""):
      guard let span = AffixSpan(text, at: index, mayHoldBlanks: true), span.isTight(text), span.width == 1 else {
        return nil
      }
      return (whole(text[span.inside], ("\"", "\""), depth), span.end)
    case UInt8(ascii: "["):
      guard let end = AffixSpan.link(text, at: index) else { return nil }
      return (place(text[index..<end], .whole), end)
    default: return nil
    }
  }

  private mutating func whole(
    _ inside: ArraySlice<UInt8>, _ tags: (open: String, close: String), _ depth: Int
  ) -> CiteToken {
    let inner = tokens(inside, depth: depth + 1)
    return CiteToken(
      .whole, inner.map(\.text).joined(), rich: tags.open + inner.map(\.rich).joined() + tags.close)
  }
}
