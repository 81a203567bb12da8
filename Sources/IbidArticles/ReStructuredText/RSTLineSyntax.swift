import IbidModel

/// What a line of reStructuredText is by its first characters.
///
/// Source: docutils, «reStructuredText Markup Specification», «Body Elements».
struct RSTLineSyntax {
  let text: [UInt8]

  /// The label of a list's item.
  struct Item {
    var number: Int?
    var isBullet: Bool
    /// Where the item's text starts.
    var text: Int
  }

  func item(_ line: TextLine) -> Item? {
    if let label = ListLabel(text, line.range) {
      switch label.form {
      case .bullet: return Item(number: nil, isBullet: true, text: label.text)
      case .dot, .parenthesis, .parentheses: return Item(number: label.number, isBullet: false, text: label.text)
      default: return nil
      }
    }
    // `#.` numbers by itself.
    guard line.range.count > 3, text[line.range].starts(with: "#. ".utf8) else { return nil }
    return Item(number: nil, isBullet: false, text: line.range.lowerBound + 3)
  }

  /// `.. something`, `..` alone, or `__ https://…`.
  func isExplicit(_ line: TextLine) -> Bool {
    let text = text[line.range]
    return text.elementsEqual("..".utf8) || text.starts(with: ".. ".utf8) || text.starts(with: "__ ".utf8)
  }

  /// The text behind a field's name, and whether it is prose, as that of an abstract is: `:Author: Weng Q`.
  func field(_ line: TextLine) -> (text: Range<Int>, isProse: Bool)? {
    guard line.range.count > 2, text[line.range.lowerBound] == UInt8(ascii: ":") else { return nil }
    var end = line.range.lowerBound + 1
    while end < line.range.upperBound, text[end] != UInt8(ascii: ":"), text[end] != UInt8(ascii: "`") { end += 1 }
    guard end < line.range.upperBound, text[end] == UInt8(ascii: ":"), end > line.range.lowerBound + 1,
      end + 1 == line.range.upperBound || text[end + 1].isASCIISpace
    else { return nil }
    let name = String(decoding: text[line.range.lowerBound + 1..<end], as: UTF8.self).lowercased()
    let rest = text.trimmedASCII(end + 1..<line.range.upperBound)
    return (rest, ["abstract", "dedication", "summary"].contains(name))
  }

  /// A line of one punctuation sign, as stands under a title.
  func isAdornment(_ line: TextLine) -> Bool {
    guard let first = line.range.first, line.range.count > 1, Self.isSign(text[first]) else { return false }
    return text[line.range].allSatisfy { $0 == text[first] }
  }

  /// Four signs or more, which set one part apart from the next.
  func isRule(_ line: TextLine) -> Bool { isAdornment(line) && line.range.count >= 4 }

  /// `+----+----+`
  func isGridLine(_ line: TextLine) -> Bool {
    line.range.count > 2 && text[line.range].starts(with: "+".utf8)
      && text[line.range].allSatisfy { "+-=".utf8.contains($0) }
  }

  /// `=====  =====`
  func isColumnLine(_ line: TextLine) -> Bool {
    line.range.count > 3 && text[line.range].starts(with: "==".utf8) && text[line.range].contains(0x20)
      && text[line.range].allSatisfy { $0 == UInt8(ascii: "=") || $0 == 0x20 }
  }

  /// A line without the `| ` that keeps its break.
  func withoutLineMark(_ range: Range<Int>) -> Range<Int> {
    text[range].starts(with: "| ".utf8) ? text.trimmedASCII(range.lowerBound + 2..<range.upperBound) : range
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !byte.isASCIILetter && !byte.isASCIIDigit
  }
}
