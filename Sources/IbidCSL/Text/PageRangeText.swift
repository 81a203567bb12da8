import IbidModel

/// Writes page ranges as a style wants them.
///
/// Source: CSL 1.0.2, «Page Ranges» and appendix V.
enum PageRangeText {
  /// `pages` with each range of numbers in the given form, and `delimiter` for its hyphen.
  static func format(_ pages: String, _ format: GlobalOptions.PageRangeFormat?, delimiter: String, ampersand: String)
    -> String
  {
    guard pages.utf8.contains(where: { $0 == 0x2D || $0 == 0xE2 || $0 == 0x5C || $0 == 0x26 }) else { return pages }
    var result = ""
    var part: [Unicode.Scalar] = []
    for scalar in pages.unicodeScalars {
      if scalar == "," || scalar == "&" || scalar == ";" {
        result += one(part, format, delimiter)
        if scalar == "&" {
          result += (result.utf8.last == 0x20 ? "" : " ") + ampersand
        } else {
          result.unicodeScalars.append(scalar)
        }
        part = []
      } else {
        part.append(scalar)
      }
    }
    return result + one(part, format, delimiter)
  }

  /// The first page of a list of ranges.
  static func firstPage(_ pages: String) -> String {
    let first = pages.unicodeScalars.prefix { $0 != "-" && $0 != "–" && $0 != "," && $0 != "&" && $0 != " " }
    return String(first)
  }

  private struct Page {
    var prefix: [Unicode.Scalar]
    var digits: [UInt8]

    /// Letters and digits; nil for anything else, or for absurdly long numbers.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) {
      let digits = scalars.drop { !("0"..."9").contains($0) }
      guard !digits.isEmpty, digits.count < 12, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
      prefix = Array(scalars.prefix(scalars.count - digits.count))
      guard !prefix.contains(where: { $0.isBlank }) else { return nil }
      self.digits = digits.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    var number: Int { digits.reduce(0) { $0 * 10 + Int($1) - 48 } }
  }

  private static func one(
    _ range: [Unicode.Scalar], _ format: GlobalOptions.PageRangeFormat?, _ delimiter: String
  ) -> String {
    if range.contains("\\") {
      // «\-» is a hyphen that joins no range.
      return String(String.UnicodeScalarView(range.filter { $0 != "\\" }))
    }
    guard let dash = range.firstIndex(where: { $0 == "-" || $0 == "–" }) else { return string(range[...]) }
    let leading = range.prefix { $0.isBlank }
    var behind = dash + 1
    while behind < range.count, range[behind] == "-" || range[behind] == "–" { behind += 1 }
    let left = trimmed(range[..<dash])
    let right = trimmed(range[behind...])
    guard isNumber(left), isNumber(right) || left.isEmpty || right.isEmpty else { return string(range[...]) }
    guard !left.isEmpty, !right.isEmpty, !right.contains("-"), !right.contains("–") else {
      return string(range.map { $0 == "-" ? "–" : $0 }[...]).replacingEnDash(delimiter)
    }
    // «2021-045» is an article's number: who shortens the last page leaves two digits, or none before a zero.
    if let first = Page(left), let last = Page(right), last.digits.first == 48, last.digits.count > 2,
      last.digits.count < first.digits.count
    {
      return string(range[...])
    }
    // «S3-4» stays: whether the second number has the prefix too, only the writer knows.
    guard let format, let first = Page(left), let last = Page(right), last.prefix == first.prefix
    else { return string(leading) + string(left) + delimiter + string(right) }
    let full =
      last.digits.count < first.digits.count
      ? Array(first.digits.prefix(first.digits.count - last.digits.count)) + last.digits : last.digits
    let shown =
      full.count == first.digits.count && full.lexicographicallyPrecedes(first.digits)
      ? full : shortened(full, after: first, format)
    let end = format == .expanded ? first.prefix : []
    return string(leading) + string(left) + delimiter + string(end[...]) + String(decoding: shown, as: UTF8.self)
  }

  /// Whether a part holds a digit or is a Roman numeral: «Michaelson-Morley» is no range.
  private static func isNumber(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    part.contains { ("0"..."9").contains($0) }
      || part.allSatisfy { "ivxlcdmIVXLCDM".unicodeScalars.contains($0) }
  }

  /// The digits of a range's last page that are shown.
  private static func shortened(
    _ last: [UInt8], after first: Page, _ format: GlobalOptions.PageRangeFormat
  ) -> [UInt8] {
    guard last.count == first.digits.count else { return last }
    let same = zip(first.digits, last).prefix { $0 == $1 }.count
    let changed = max(1, last.count - same)
    func keeping(_ count: Int) -> [UInt8] { Array(last.suffix(max(count, changed))) }
    switch format {
    case .expanded: return last
    case .minimal: return keeping(1)
    case .minimalTwo: return keeping(2)
    case .chicago, .chicago15, .chicago16:
      let number = first.number
      if number < 100 || number % 100 == 0 { return last }
      if number % 100 < 10 { return keeping(1) }
      if format == .chicago15 || format == .chicago, last.count == 4, changed >= 3 { return last }
      return keeping(2)
    }
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var scalars = scalars
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return scalars
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}

extension String {
  fileprivate func replacingEnDash(_ delimiter: String) -> String {
    guard delimiter != "–" else { return self }
    return unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "–" { result += delimiter } else { result.unicodeScalars.append(scalar) }
    }
  }
}
