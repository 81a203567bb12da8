import IbidModel
import IbidText

extension BibTeXLint {
  /// Bytes that are no text of a file in UTF-8, and characters that LaTeX does not set.
  mutating func lookAtCharacters(_ range: Range<Int>, isPrinted: Bool) {
    var place = range.lowerBound
    var isTold = false
    while place < range.upperBound {
      let byte = bytes[place]
      if byte < 0x80 {
        if byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F, !isTold {
          tell("control-character", at: place..<place + 1, "a control character stands here")
          isTold = true
        }
        place += 1
        continue
      }
      guard let (scalar, length) = scalar(at: place, range.upperBound) else {
        if foreignValues.count == 0 { foreignValues.first = place..<place + 1 }
        foreignValues.count += 1
        return
      }
      let next = place + length
      if let read = misread(scalar, at: place, range.upperBound) {
        tell("wrong-encoding", at: place..<read.end, "this was “\(read.scalar)” before it was read in a wrong encoding")
        place = read.end
        continue
      }
      switch scalar.value {
      case 0xFFFD: tell("wrong-encoding", at: place..<next, "a letter was lost here when the file was converted")
      case 0x80...0x9F, 0x200B, 0x2028, 0x2029, 0xFEFF:
        guard !isTold else { break }
        tell("control-character", at: place..<next, "a character that is not seen, nor set by LaTeX, stands here")
        isTold = true
      case 0xA0 where isPrinted, 0x202F where isPrinted:
        tell(
          "no-break-space", at: place..<next, "a no-break space stands here; LaTeX’s is “~”",
          fix: .init(range: place..<next, text: [UInt8(ascii: "~")]))
      case 0x300...0x36F where isPrinted: lookAtAccent(place..<next, from: range.lowerBound)
      default: break
      }
      place = next
    }
  }

  /// The scalar at a place, and how many bytes it has; nil where these are no UTF-8.
  private func scalar(at place: Int, _ limit: Int) -> (Unicode.Scalar, Int)? {
    let byte = bytes[place]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    guard byte >= 0xC2, place + length <= limit,
      let text = String(validating: bytes[place..<place + length], as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return nil }
    return (scalar, length)
  }

  /// «Ã©»: letters that are, in Windows-1252, the bytes of one character in UTF-8.
  private func misread(_ first: Unicode.Scalar, at place: Int, _ limit: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    guard first.value >= 0xC2, first.value <= 0xF4 else { return nil }
    let count = first.value >= 0xF0 ? 4 : first.value >= 0xE0 ? 3 : 2
    var read = [UInt8(first.value)]
    var end = place + 2
    while read.count < count {
      guard end < limit, bytes[end] >= 0x80, let (scalar, length) = scalar(at: end, limit),
        let byte = Self.windows1252(scalar), byte & 0xC0 == 0x80
      else { return nil }
      read.append(byte)
      end += length
    }
    return String(validating: read, as: UTF8.self)?.unicodeScalars.first.map { ($0, end) }
  }

  private static func windows1252(_ scalar: Unicode.Scalar) -> UInt8? {
    if (0x80...0xFF).contains(scalar.value) { return UInt8(scalar.value) }
    return upper.firstIndex(of: scalar.value).map { UInt8(0x80 + $0) }
  }

  /// What Windows-1252 has from 0x80 on.
  private static let upper: [UInt32] = [
    0x20AC, 0, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17D, 0, 0,
    0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0, 0x17E, 0x178,
  ]

  /// An accent that stands apart from its letter, where there is a letter with it.
  private mutating func lookAtAccent(_ accent: Range<Int>, from limit: Int) {
    var start = accent.lowerBound - 1
    while start > limit, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= limit else { return }
    let text = String(decoding: bytes[start..<accent.upperBound], as: UTF8.self)
    // Equal strings are equal in whichever of the two ways they are written.
    guard let known = Self.letters.firstIndex(of: text) else { return }
    let whole = Self.letters[known]
    tell(
      "decomposed-accent", at: start..<accent.upperBound, "an accent stands apart from its letter",
      fix: .init(range: start..<accent.upperBound, text: Array(whole.utf8)))
  }

  /// The letters of Latin scripts that have their accent in them.
  private static let letters: Set<String> = {
    let blocks = [0xC0...0x17F, 0x1CD...0x233, 0x1E00...0x1EF9] as [ClosedRange<UInt32>]
    return Set(blocks.joined().compactMap(Unicode.Scalar.init).map { String($0) })
  }()
}
