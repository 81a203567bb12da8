import IbidModel
import IbidText

/// Note numbers that markup raises, `<sup>12</sup>`, or that are raised characters themselves: «adults.¹²».
struct RaisedNumbers {
  private let text: [UInt8]
  private let raised: [Range<Int>]
  private let known: Set<String>
  private let cap: Int

  /// What may be raised numbers in a draft whose notes are known.
  init(_ draft: ArticleDraft) {
    text = draft.text
    known = Set(draft.notes.map(\.label))
    cap = draft.notes.lazy.compactMap { Int($0.label) }.filter { $0 <= NumberList.largest }.max() ?? 0
    let characters = cap > 0 ? draft.blocks.filter { !$0.isVerbatim }.flatMap { Self.runs(draft.text, $0.range) } : []
    raised = (draft.raised + characters).filter { !Self.isLabel($0, in: draft) }
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether a run is what a note begins with: its own number.
  private static func isLabel(_ run: Range<Int>, in draft: ArticleDraft) -> Bool {
    let index = draft.notes.partitioningIndex { $0.range.lowerBound > run.lowerBound } - 1
    guard index >= 0, let paragraph = draft.notes[index].paragraphs.first else { return false }
    return run.lowerBound < paragraph.range.lowerBound
  }

  /// The citations, in order; those with only a separator between are one.
  func citations() -> [ArticleDraft.Citation] {
    guard cap > 0 else { return [] }
    var found: [ArticleDraft.Citation] = []
    for range in raised {
      guard let citation = citation(range) else { continue }
      if let last = found.last, last.range.upperBound > citation.range.lowerBound { continue }
      if let last = found.indices.last, let separator = separator(between: found[last].range, citation.range) {
        join(citation, to: &found[last], isRange: separator == .dash)
      } else {
        found.append(citation)
      }
    }
    return found
  }

  // MARK: One run

  private func citation(_ range: Range<Int>) -> ArticleDraft.Citation? {
    let plain = PlainDigits(text, range)
    guard range.lowerBound > 0, !isExponent(range, plain),
      let start = plain.bytes.firstIndex(where: \.isASCIIDigit),
      plain.bytes[..<start].allSatisfy({ ",;[( ".utf8.contains($0) }),
      let list = NumberList.read(plain.bytes, from: start, to: plain.bytes.count, cap: cap, spacing: .allowed),
      plain.bytes[list.end...].allSatisfy({ ",;:.]) ".utf8.contains($0) })
    else { return nil }
    var markers: [ArticleDraft.MarkerDraft] = []
    for part in list.parts.flatMap(cut) where part.last <= cap {
      for number in part.first...part.last where known.contains(String(number)) {
        markers.append(marker(String(number), plain.source(of: part.range)))
      }
    }
    return markers.isEmpty
      ? nil : ArticleDraft.Citation(range: plain.source(of: start..<list.end), markers: markers)
  }

  /// A number beyond the last note is the notes of its digits, where these rise: «¹²» of two notes.
  private func cut(_ part: NumberRun.Part) -> [NumberRun.Part] {
    guard part.first == part.last, part.first > cap else { return [part] }
    let digits = String(part.first).utf8.map { Int($0 & 0x0F) }
    guard zip(digits, digits.dropFirst()).allSatisfy({ $0 < $1 }), digits.allSatisfy({ (1...cap).contains($0) }) else {
      return []
    }
    return digits.map { NumberRun.Part(first: $0, last: $0, range: part.range) }
  }

  private func marker(_ label: String, _ range: Range<Int>) -> ArticleDraft.MarkerDraft {
    .init(label: label, target: .note(label), style: .superscript, range: range)
  }

  /// Whether a raised number is a power: behind a digit or with a sign, a square or cube behind a unit or a variable.
  private func isExponent(_ range: Range<Int>, _ plain: PlainDigits) -> Bool {
    if let first = plain.bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { return true }
    if let last = plain.bytes.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "+") { return true }
    let before = text[range.lowerBound - 1]
    if before.isASCIIDigit { return true }
    // «¹³C»: a number before a letter, at the start of its word, is an isotope's.
    if range.upperBound < text.count, text[range.upperBound].isASCIILetter,
      before.isASCIISpace || "([-–".utf8.contains(before)
    {
      return true
    }
    var word = range.lowerBound
    while word > 0, range.lowerBound - word < 8, WordCensus.isWordByte(text, word - 1) { word -= 1 }
    guard plain.bytes == [UInt8(ascii: "2")] || plain.bytes == [UInt8(ascii: "3")], word < range.lowerBound else {
      return false
    }
    let base = String(decoding: text[word..<range.lowerBound], as: UTF8.self)
    return base.unicodeScalars.count == 1 || Self.units.contains(base)
  }

  private static let units: Set<String> = [
    "m", "cm", "mm", "km", "dm", "nm", "µm", "μm", "ft", "in", "yd", "mi", "sec",
  ]

  // MARK: Several runs

  private enum Separator { case list, dash }

  private func separator(between left: Range<Int>, _ right: Range<Int>) -> Separator? {
    let between = left.upperBound..<right.lowerBound
    guard between.count <= 5 else { return nil }
    var index = between.lowerBound
    var separator: Separator?
    while index < between.upperBound {
      if let dash = NumberList.dashLength(text, index, between.upperBound) {
        separator = .dash
        index += dash
      } else if ",;".utf8.contains(text[index]) {
        separator = separator ?? .list
        index += 1
      } else if text[index] == 0x20, separator != nil {
        index += 1
      } else {
        return nil
      }
    }
    return separator
  }

  private func join(_ citation: ArticleDraft.Citation, to before: inout ArticleDraft.Citation, isRange: Bool) {
    before.range = before.range.lowerBound..<citation.range.upperBound
    if isRange, let from = before.markers.last.flatMap({ Int($0.label) }),
      let to = citation.markers.first.flatMap({ Int($0.label) }), from + 1 < to
    {
      for number in from + 1..<to where known.contains(String(number)) {
        before.markers.append(marker(String(number), before.range))
      }
    }
    before.markers += citation.markers
  }

  // MARK: Raised characters

  /// Runs of raised digits, with the separators between them.
  private static func runs(_ text: [UInt8], _ block: Range<Int>) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = block.lowerBound
    while index < block.upperBound {
      guard text[index] == 0xC2 || text[index] == 0xE2, let length = PlainDigits.raised(text, index)?.length else {
        index += 1
        continue
      }
      var end = index + length
      while end < block.upperBound {
        if let next = PlainDigits.raised(text, end) {
          end += next.length
          continue
        }
        // A separator on the line between two raised digits.
        let separator = ",;".utf8.contains(text[end]) ? 1 : NumberList.dashLength(text, end, block.upperBound) ?? 0
        let next = NumberList.skippingBlanks(text, end + separator, block.upperBound)
        guard separator > 0, next < block.upperBound, PlainDigits.raised(text, next) != nil else { break }
        end = next
      }
      runs.append(index..<end)
      index = end
    }
    return runs
  }
}

/// A stretch of text whose raised digits are plain ones, and where each byte came from.
struct PlainDigits {
  private(set) var bytes: [UInt8] = []
  private var starts: [Int] = []

  init(_ text: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      starts.append(index)
      if let raised = Self.raised(text, index) {
        bytes.append(raised.byte)
        index += raised.length
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    starts.append(range.upperBound)
  }

  /// Where a stretch of `bytes` stands in the text.
  func source(of range: Range<Int>) -> Range<Int> { starts[range.lowerBound]..<starts[range.upperBound] }

  /// The plain form of the raised digit, sign or comma at `index`, and its length.
  static func raised(_ text: [UInt8], _ index: Int) -> (byte: UInt8, length: Int)? {
    switch text[index] {
    case 0xC2 where index + 1 < text.count:
      switch text[index + 1] {
      case 0xB9: return (UInt8(ascii: "1"), 2)
      case 0xB2: return (UInt8(ascii: "2"), 2)
      case 0xB3: return (UInt8(ascii: "3"), 2)
      default: return nil
      }
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x81:
      switch text[index + 2] {
      case 0xB0: return (UInt8(ascii: "0"), 3)
      case 0xB4...0xB9: return (text[index + 2] - 0xB4 + UInt8(ascii: "4"), 3)
      case 0xBA: return (UInt8(ascii: "+"), 3)
      case 0xBB: return (UInt8(ascii: "-"), 3)
      default: return nil
      }
    default: return nil
    }
  }
}
