import IbidModel
import IbidText

/// A typed citation taken apart: where it stands with its brackets, and what it says beside its markers.
///
/// It is certain where nothing is left over: numbers in brackets or raised that are the labels of its markers, or names
/// and years in brackets with a few words around them.
struct TypedCitation {
  /// One of its markers, and the words around it.
  struct Part {
    var marker: Int
    var prefix: String?
    var suffix: String?
    var locator: String?
    var suppressesAuthor = false
  }

  private(set) var range: Range<Int>
  private(set) var parts: [Part] = []

  /// The citation of these markers, which are of one; nil where it is not certain.
  init?(_ markers: [(number: Int, marker: Marker)], in text: [UInt8]) {
    guard let first = markers.first else { return nil }
    let start = markers.map(\.marker.range.offsets.lowerBound).min() ?? 0
    let end = markers.map(\.marker.range.offsets.upperBound).max() ?? 0
    guard start < end, end <= text.count else { return nil }
    range = start..<end
    let isMade =
      switch first.marker.style {
      case .bracket, .parenthesis: readNumbers(markers, text, needsBrackets: true)
      case .superscript: readNumbers(markers, text, needsBrackets: false)
      case .authorYear: markers.count == 1 && readProse(first, text) || readNames(markers, text)
      case .footnote, .citationKey: false
      }
    guard isMade else { return nil }
  }

  private static let pairs: [UInt8: UInt8] = [
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"),
  ]

  // MARK: Numbers

  private mutating func readNumbers(
    _ markers: [(number: Int, marker: Marker)], _ text: [UInt8], needsBrackets: Bool
  ) -> Bool {
    var inner = range
    if range.lowerBound > 0, range.upperBound < text.count,
      Self.pairs[text[range.lowerBound - 1]] == text[range.upperBound]
    {
      range = range.lowerBound - 1..<range.upperBound + 1
    } else if let close = Self.pairs[text[range.lowerBound]], range.count > 2, text[range.upperBound - 1] == close {
      inner = range.lowerBound + 1..<range.upperBound - 1
    } else if needsBrackets {
      return false
    }
    guard let numbers = Self.numbers(in: text[inner]), numbers == markers.compactMap({ Int($0.marker.label) }),
      numbers.count == markers.count
    else { return false }
    parts = markers.map { Part(marker: $0.number) }
    return true
  }

  /// «1, 3–5» as numbers; nil where anything else stands there.
  private static func numbers(in text: ArraySlice<UInt8>) -> [Int]? {
    var numbers: [Int] = []
    var isRange = false
    let plain = String(decoding: text, as: UTF8.self).replacing("–", with: "-").replacing("—", with: "-")
      .replacing("\u{2011}", with: "-").replacing("\u{A0}", with: " ")
    var digits = ""
    func take(_ digits: String) -> Bool {
      guard let number = Int(digits), number > 0, number < 10_000 else { return false }
      if isRange {
        guard let last = numbers.last, last < number, number - last < 200 else { return false }
        numbers += last + 1...number
      } else {
        numbers.append(number)
      }
      isRange = false
      return true
    }
    var isBetween = true
    for byte in plain.utf8 {
      switch byte {
      case 0x30...0x39:
        if digits.isEmpty, !isBetween { return nil }
        digits += String(Unicode.Scalar(byte))
      case 0x20:
        if !digits.isEmpty {
          guard take(digits) else { return nil }
          digits = ""
          isBetween = false
        }
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-"):
        if !digits.isEmpty {
          guard take(digits) else { return nil }
          digits = ""
        } else if numbers.isEmpty || isRange {
          return nil
        }
        isBetween = true
        if byte == UInt8(ascii: "-") { isRange = true }
      default: return nil
      }
    }
    if !digits.isEmpty, !take(digits) { return nil }
    return numbers.isEmpty || isRange ? nil : numbers
  }

  // MARK: Names and years

  /// «Sato (2001)»: the name is the sentence's own, and what is in brackets is the citation.
  private mutating func readProse(_ one: (number: Int, marker: Marker), _ text: [UInt8]) -> Bool {
    guard let open = text[range].firstIndex(where: { Self.pairs[$0] != nil }), open > range.lowerBound,
      let close = Self.pairs[text[open]],
      let end = text[open...].prefix(80).firstIndex(of: close), end + 1 >= range.upperBound
    else { return false }
    let inner = text[open + 1..<end]
    guard let year = Self.endOfYear(inner), let rest = Self.rest(Array(text[year..<end])) else { return false }
    range = open..<end + 1
    parts = [Part(marker: one.number, prefix: nil, suffix: rest.suffix, locator: rest.locator, suppressesAuthor: true)]
    return true
  }

  /// Behind a year and its letter at the start.
  private static func endOfYear(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { $0.isASCIIDigit }
    guard digits.count == 4 else { return nil }
    let end = digits.endIndex
    return end < text.endIndex && text[end].isASCIILetter && text[end] | 0x20 <= 0x66 ? end + 1 : end
  }

  /// «(see Weber 1988; Moreau and Lin 1999, p. 90)».
  private mutating func readNames(_ markers: [(number: Int, marker: Marker)], _ text: [UInt8]) -> Bool {
    guard
      let open = text[..<range.lowerBound].suffix(60).lastIndex(where: {
        Self.pairs[$0] != nil || ")]\n".utf8.contains($0)
      }),
      let close = Self.pairs[text[open]],
      let end = text[range.upperBound...].prefix(60).firstIndex(where: { ")]([\n".utf8.contains($0) }),
      text[end] == close
    else { return false }
    let sorted = markers.sorted { $0.marker.range.offsets.lowerBound < $1.marker.range.offsets.lowerBound }
    var position = open + 1
    for (index, one) in sorted.enumerated() {
      let place = one.marker.range.offsets
      guard place.lowerBound >= position else { return false }
      var before = Array(text[position..<place.lowerBound])
      if index > 0 {
        // What stands before the semicolon belongs to the cite before it.
        let cut = before.lastIndex(of: UInt8(ascii: ";"))
        let behind = cut.map { Array(before[..<$0]) } ?? (before.allSatisfy { $0 == 0x20 || $0 == 0x2C } ? [] : before)
        guard let rest = Self.rest(behind) else { return false }
        (parts[index - 1].suffix, parts[index - 1].locator) = (rest.suffix, rest.locator)
        before = cut.map { Array(before[($0 + 1)...]) } ?? []
      }
      guard let prefix = Self.words(before) else { return false }
      parts.append(Part(marker: one.number, prefix: prefix.isEmpty ? nil : prefix))
      position = place.upperBound
    }
    guard let rest = Self.rest(Array(text[position..<end])), !parts.isEmpty else { return false }
    (parts[parts.count - 1].suffix, parts[parts.count - 1].locator) = (rest.suffix, rest.locator)
    range = open..<end + 1
    return true
  }

  /// What stands behind a year: nothing, pages, or a few words; nil where it is more.
  private static func rest(_ bytes: [UInt8]) -> (suffix: String?, locator: String?)? {
    guard let words = words(bytes)?.replacing("\u{A0}", with: " ") else { return nil }
    if words.isEmpty { return (nil, nil) }
    for mark in [", pp. ", ", p. ", ", pp ", ", p ", ": ", ":"] where words.hasPrefix(mark) {
      let pages = words.dropFirst(mark.count)
      if pages.utf8.first?.isASCIIDigit == true,
        pages.unicodeScalars.allSatisfy({ "0123456789-–, ".unicodeScalars.contains($0) })
      {
        return (nil, String(pages))
      }
    }
    return words.hasPrefix(",") ? (words, nil) : nil
  }

  /// A few words without a year or a number; nil where it is more.
  private static func words(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let trimmed = bytes.first == UInt8(ascii: ",") ? text : String(text.trimmedASCII)
    return trimmed.utf8.count <= 40 ? trimmed : nil
  }
}
