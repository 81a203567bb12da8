internal import IbidModel

/// Page ranges as people and PubMed abbreviate them.
package enum PageRange {
  /// Every range in `pages` with its last page in full and a hyphen between: `964–70` as `964-970`, `R795-804` as
  /// `R795-R804`, `SUPPL:4309-22` as `SUPPL:4309-4322`,
  /// `1175-82.e3` as `1175-1182.e3`. What is no range of numbers stays as it is, and so does a number with a hyphen
  /// in place of pages: `e01644-19`, `D17-1005`.
  package static func expanded(_ pages: String) -> String {
    guard pages.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 >= 0x80 }) else { return pages }
    let scalars = Array(pages.unicodeScalars)
    var result = String.UnicodeScalarView()
    var start = 0
    for index in 0...scalars.count where index == scalars.count || isSeparator(scalars[index]) {
      result.append(contentsOf: expandedOne(scalars[start..<index]))
      if index < scalars.count { result.append(scalars[index]) }
      start = index + 1
    }
    return String(result)
  }

  /// The ends of two plain numbers with one hyphen between, the second no shorter than the first; nil of all else.
  package static func plainEnds(of pages: String) -> (first: Substring, last: Substring)? {
    let utf8 = pages.utf8
    guard let hyphen = utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let (first, last) = (pages[..<hyphen], pages[utf8.index(after: hyphen)...])
    guard !first.isEmpty, first.utf8.count <= last.utf8.count, first.utf8.allSatisfy(\.isASCIIDigit),
      last.utf8.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return (first, last)
  }

  /// The pages with `dash` between the ends of each range, in full; numbers in place of pages keep their hyphens.
  package static func expanded(_ pages: String, dash: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(pages.unicodeScalars)
    var start = 0
    for index in 0...scalars.count where index == scalars.count || isSeparator(scalars[index]) {
      let piece = scalars[start..<index]
      let joint = isNumberInPlaceOfPages(piece) ? "-" : dash
      var isAfterDash = false
      for scalar in expandedOne(piece) {
        // Two hyphens are one dash.
        if isDash(scalar) {
          if !isAfterDash { result.append(contentsOf: joint.unicodeScalars) }
        } else {
          result.append(scalar)
        }
        isAfterDash = isDash(scalar)
      }
      if index < scalars.count { result.append(scalars[index]) }
      start = index + 1
    }
    return String(result)
  }

  /// Whether a hyphen joins the parts of one number: its end is smaller than its start, has a number of its own behind a
  /// point (`0403-18.2019`), or two digits more than a start with letters (`D17-1005`).
  private static func isNumberInPlaceOfPages(_ piece: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let (first, last) = ends(of: piece) else { return false }
    return !isRange(first, last)
  }

  private static func isRange(_ first: Page, _ last: Page) -> Bool {
    guard last.prefix.isEmpty || last.prefix == first.prefix else { return true }
    if first.suffix.isEmpty, last.suffix.first == ".", last.suffix.dropFirst().first.map(isDigit) == true {
      return false
    }
    if !first.prefix.isEmpty, first.prefix.last != ":", last.prefix.isEmpty, last.digits.count > first.digits.count + 1
    {
      return false
    }
    guard last.digits.count < first.digits.count else { return true }
    let whole = first.digits.dropLast(last.digits.count) + last.digits
    return !whole.lexicographicallyPrecedes(first.digits)
  }

  /// The start and the end of what looks like a range; nil where it does not.
  private static func ends(of range: ArraySlice<Unicode.Scalar>) -> (first: Page, last: Page)? {
    let dashes = range.indices.filter { isDash(range[$0]) }
    guard let dash = dashes.first, dashes.last.map({ $0 - dash }) ?? 0 == dashes.count - 1,
      let first = Page(range[..<dash]), let last = Page(range[(dash + dashes.count)...])
    else { return nil }
    return (first, last)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// A hyphen or one of the dashes that people write for it.
  package static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FE58}", "\u{FE63}", "\u{FF0D}": true
    default: false
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == ";" }

  private static func expandedOne(_ range: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    let dashes = range.indices.filter { isDash(range[$0]) }
    if let dash = dashes.first, let colon = range[..<dash].lastIndex(of: ":"), range[..<colon].dropFirst().contains(" ")
    {
      // `suppl 1:S3-12`
      return range[...colon] + expandedOne(range[(colon + 1)...])
    }
    if dashes.count == 2, let dot = range.lastIndex(of: "."), dashes[0] < dot, dot < dashes[1] {
      // `331-6.e1-4`: a range of pages, and one of those that stand online only.
      return expandedOne(range[..<dot]) + ["."] + expandedOne(range[(dot + 1)...])
    }
    guard let (first, end) = ends(of: range), isRange(first, end) else { return Array(range) }
    var last = end
    let isLabelled = first.prefix.last == ":"
    if last.prefix.isEmpty, !isLabelled { last.prefix = first.prefix }
    if last.prefix == first.prefix || isLabelled && last.prefix.isEmpty, last.digits.count < first.digits.count {
      last.digits = Array(first.digits.dropLast(last.digits.count)) + last.digits
    }
    return first.blanks + first.scalars + ["-"] + last.scalars + last.blanksBehind
  }

  /// One page: letters, digits, and what follows the digits (`.e3`).
  private struct Page {
    var blanks: [Unicode.Scalar]
    var prefix: [Unicode.Scalar]
    var digits: [Unicode.Scalar]
    var suffix: [Unicode.Scalar]
    var blanksBehind: [Unicode.Scalar]

    init?(_ text: ArraySlice<Unicode.Scalar>) {
      let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
      blanks = Array(text.prefix(while: isBlank))
      var rest = text.dropFirst(blanks.count)
      prefix = Array(rest.prefix { $0.properties.isAlphabetic || $0 == "." || $0 == ":" })
      rest = rest.dropFirst(prefix.count)
      digits = Array(rest.prefix { ("0"..."9").contains($0) })
      rest = rest.dropFirst(digits.count)
      suffix = Array(rest.prefix { !isBlank($0) })
      blanksBehind = Array(rest.dropFirst(suffix.count))
      guard !digits.isEmpty, digits.count < 10, prefix.count < 8, blanksBehind.allSatisfy(isBlank) else {
        return nil
      }
    }

    var scalars: [Unicode.Scalar] { prefix + digits + suffix }
  }
}
