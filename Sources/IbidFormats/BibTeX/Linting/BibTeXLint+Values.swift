import IbidModel

extension BibTeXLint {
  /// Fields whose value LaTeX prints in the standard styles.
  private static let printed: Set<String> = [
    "title", "subtitle", "booktitle", "booksubtitle", "maintitle", "shorttitle", "journal", "journaltitle", "author",
    "editor", "translator", "publisher", "series", "school", "institution", "organization", "address", "location",
    "edition", "type",
  ]

  mutating func look(at name: String, _ inner: Range<Int>) {
    lookAtBytes(inner)
    if Self.printed.contains(name) { lookAtLaTeX(inner) }
    let value = text(inner)
    if bytes[inner].allSatisfy({ $0 <= 0x20 }) { return }
    switch name {
    case "author", "editor", "translator": lookAtNames(value, inner)
    case "pages": lookAtPages(inner)
    case "month": lookAtMonth(value, inner)
    case "year":
      let hasYear = value.split(whereSeparator: { !("0"..."9").contains($0) }).contains { $0.count == 4 }
      if !hasYear, value.allSatisfy(\.isASCII), !value.contains("\\") {
        tell("bad-year", .warning, at: inner.lowerBound, "“\(value)” is no year")
      }
    case "doi":
      if let end = value.firstRange(of: "doi.org/")?.upperBound {
        let rest = Array(value[end...].utf8)
        let isSafe = value.hasPrefix("http") && rest.starts(with: "10.".utf8)
        tell(
          "doi-as-url", .warning, at: inner.lowerBound, "the DOI is written as a URL",
          fix: isSafe ? .init(range: inner, text: rest) : nil)
      } else if value.contains(" ") {
        tell("doi-with-space", .warning, at: inner.lowerBound, "a space stands in the DOI")
      }
    case "isbn": if !Self.isISBN(value) { tell("bad-isbn", .warning, at: inner.lowerBound, "“\(value)” is no ISBN") }
    case "issn": if !Self.isISSN(value) { tell("bad-issn", .warning, at: inner.lowerBound, "“\(value)” is no ISSN") }
    default: break
    }
  }

  private mutating func lookAtBytes(_ inner: Range<Int>) {
    for place in inner {
      let byte = bytes[place]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D {
        tell("control-character", .warning, at: place, "a control character stands here")
        return
      }
      guard place + 1 < inner.upperBound else { return }
      if byte == 0xC2, bytes[place + 1] == 0xA0 {
        tell(
          "no-break-space", .info, at: place, "a no-break space stands here",
          fix: .init(range: place..<(place + 2), text: [UInt8(ascii: "~")]))
      }
      if byte == 0xCC || byte == 0xCD && bytes[place + 1] < 0xB0 {
        tell("decomposed-accent", .info, at: place, "an accent stands apart from its letter")
      }
    }
  }

  private mutating func lookAtLaTeX(_ inner: Range<Int>) {
    var dollars: [Int] = []
    var place = inner.lowerBound
    while place < inner.upperBound {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\") {
        place += 2
        continue
      }
      let isMath = !dollars.count.isMultiple(of: 2)
      switch byte {
      case UInt8(ascii: "$"): dollars.append(place)
      case UInt8(ascii: "&"):
        let rest = bytes[place..<min(inner.upperBound, place + 10)]
        let word = rest.dropFirst().prefix { $0.isASCIILetter || $0 == UInt8(ascii: "#") || $0 >= 0x30 && $0 <= 0x39 }
        if !word.isEmpty, word.endIndex < rest.endIndex, bytes[word.endIndex] == UInt8(ascii: ";") {
          let fix: BibTeXFault.Edit? =
            word.elementsEqual("amp".utf8) ? .init(range: place..<(word.endIndex + 1), text: Array("\\&".utf8)) : nil
          tell("html-entity", .warning, at: place, "an HTML entity stands here", fix: fix)
        } else if !isMath {
          escape(place, "unescaped-ampersand", .error)
        }
      case UInt8(ascii: "%"): escape(place, "unescaped-percent", .error)
      case UInt8(ascii: "#") where !isMath: escape(place, "unescaped-hash", .error)
      case UInt8(ascii: "_") where !isMath: escape(place, "unescaped-underscore", .error)
      default: break
      }
      place += 1
    }
    if !dollars.count.isMultiple(of: 2), let last = dollars.last {
      tell("odd-dollar", .error, at: last, "this dollar sign has no partner")
    }
  }

  private mutating func escape(_ place: Int, _ rule: String, _ severity: Severity) {
    tell(
      rule, severity, at: place, "a “\(Character(Unicode.Scalar(bytes[place])))” stands without a backslash",
      fix: .init(range: place..<place, text: [UInt8(ascii: "\\")]))
  }

  private mutating func lookAtNames(_ value: String, _ inner: Range<Int>) {
    let words = value.split(whereSeparator: \.isWhitespace)
    if words.last?.lowercased() == "and" {
      tell("trailing-and", .warning, at: inner.lowerBound, "the names end with “and”")
    }
    if value.contains("{") || value.contains("\\") { return }
    if value.contains(";") {
      tell("names-by-semicolons", .warning, at: inner.lowerBound, "names are told apart by “and”, not by semicolons")
      return
    }
    for name in words.split(whereSeparator: { $0.lowercased() == "and" }) {
      let parts = name.joined(separator: " ").split(separator: ",")
      if parts.count > 3 {
        tell("too-many-commas", .error, at: inner.lowerBound, "a name has more than two commas")
      } else if parts.count == 3, parts.allSatisfy({ $0.split(separator: " ").count > 1 }) {
        tell("names-by-commas", .warning, at: inner.lowerBound, "names are told apart by “and”, not by commas")
      }
    }
  }

  private mutating func lookAtPages(_ inner: Range<Int>) {
    for place in inner.dropFirst().dropLast() {
      let isDash = bytes[place...].prefix(3).elementsEqual([0xE2, 0x80, 0x93])
      let isHyphen =
        bytes[place] == UInt8(ascii: "-") && bytes[place - 1] != bytes[place] && bytes[place + 1] != bytes[place]
      guard isDash || isHyphen else { continue }
      let before = bytes[inner.lowerBound..<place]
      let after = bytes[(place + (isDash ? 3 : 1))..<inner.upperBound]
      guard before.allSatisfy(Self.isDigit), after.allSatisfy(Self.isDigit), !after.isEmpty else { return }
      let range = place..<after.startIndex
      tell(
        "pages-dash", .info, at: place, "a range of pages is written with two hyphens",
        fix: .init(range: range, text: Array("--".utf8)))
      return
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func lookAtMonth(_ value: String, _ inner: Range<Int>) {
    if let number = Int(value), (1...12).contains(number) { return }
    let words = value.lowercased().split(whereSeparator: { !$0.isLetter })
    let word = words.first { Self.months.contains(String($0.prefix(3))) } ?? ""
    let isKnown = !word.isEmpty
    tell(
      isKnown ? "month-spelled-out" : "unknown-month", isKnown ? .info : .warning, at: inner.lowerBound,
      isKnown ? "the month is the string “\(word.prefix(3))”, without braces" : "“\(value)” is no month")
  }

  /// The digits of each number in a value: of all of it, or of its pieces where it holds several.
  private static func numbers(_ value: String, lengths: [Int]) -> [[Int]] {
    func digits(_ text: Substring) -> [Int] {
      text.uppercased().compactMap { $0 == "X" ? 10 : $0.isASCII ? $0.wholeNumberValue : nil }
    }
    let whole = digits(value[...])
    if lengths.contains(whole.count) { return [whole] }
    let pieces = value.split(whereSeparator: { !("0"..."9").contains($0) && !"Xx-".contains($0) }).map(digits)
    let numbers = pieces.filter { lengths.contains($0.count) }
    return numbers.isEmpty ? [whole] : numbers
  }

  private static func isISBN(_ value: String) -> Bool {
    numbers(value, lengths: [10, 13]).allSatisfy { digits in
      if digits.count == 10 { return weighted(digits, 10).isMultiple(of: 11) }
      guard digits.count == 13 else { return false }
      return digits.enumerated().reduce(0) { $0 + $1.1 * ($1.0.isMultiple(of: 2) ? 1 : 3) }.isMultiple(of: 10)
    }
  }

  private static func isISSN(_ value: String) -> Bool {
    numbers(value, lengths: [8]).allSatisfy { $0.count == 8 && weighted($0, 8).isMultiple(of: 11) }
  }

  private static func weighted(_ digits: [Int], _ first: Int) -> Int {
    zip(digits, (1...first).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
