import IbidModel
import IbidText

/// What a reading as a whole looks like, as hashes: its boundaries and their order, what it leaves over, what its fields
/// begin and end with and hold.
package struct ReadingFeatures: Sendable {
  package private(set) var hashes: [UInt32] = []

  private let reading: Reading
  private let attributes: TokenAttributes
  private let text: ReferenceText

  /// What the names in stretches of tokens look like: readings of a reference differ but seldom in its authors.
  typealias NamesOfTokens = [Range<Int>: [UInt32]]

  /// - Parameter style: that of the list around it.
  init(
    _ reading: Reading, of text: ReferenceText, _ attributes: TokenAttributes, in style: ListStyle,
    names: inout NamesOfTokens
  ) {
    self.reading = reading
    self.attributes = attributes
    self.text = text
    hashes.reserveCapacity(160)
    addOrder()
    addRest()
    for field in reading.fields {
      switch field.label {
      case .volume, .issue, .page, .date, .edition, .accessed: addNumber(field)
      default: addText(field, &names)
      }
    }
    if style.isKnown { addUse(style) }
  }

  private mutating func add(_ kind: UInt32, _ x: UInt32, _ y: UInt32 = 0, _ z: UInt32 = 0) {
    var hash = kind &* 0x9E37_79B1
    hash = (hash ^ x) &* 0x85EB_CA6B
    hash ^= hash >> 15
    hash = (hash ^ y) &* 0xC2B2_AE35
    hash ^= hash >> 13
    hash = (hash ^ z) &* 0x27D4_EB2F
    hashes.append(hash ^ hash >> 16)
  }

  private mutating func addOrder() {
    var counts = SIMD16<UInt8>.zero
    var present: UInt32 = 0
    var previous: UInt32 = 31
    for boundary in reading.boundaries {
      let left = UInt32(boundary.left)
      let right = UInt32(boundary.right)
      add(1, left << 8 | right, boundary.between)
      add(2, left << 8 | right)
      if previous != 31 { add(3, previous << 16 | left << 8 | right) }
      previous = left
      guard boundary.right < 16 else { continue }
      counts[Int(boundary.right)] = min(3, counts[Int(boundary.right)] + 1)
      present |= 1 << right
    }
    add(4, present)
    for label in 1..<16 { add(5, UInt32(label), UInt32(counts[label])) }
  }

  /// Words and numbers that are in no field.
  private mutating func addRest() {
    var words: UInt32 = 0
    var capitals: UInt32 = 0
    var numbers: UInt32 = 0
    for (index, label) in reading.labels.enumerated() where label == .other {
      switch attributes.shapes[index] & 63 {
      case 17...23: numbers += 1
      case 26, 27, 34: words += 1
      case 28...33, 52, 53: capitals += 1
      default: break
      }
    }
    add(6, min(6, words + capitals))
    add(7, min(6, capitals))
    add(8, min(4, numbers))
  }

  private mutating func addNumber(_ field: LabelledSpan) {
    let label = UInt32(field.label.rawValue)
    var makes: UInt32 = 0
    for index in field.tokens.prefix(5) { makes = makes &* 67 &+ UInt32(attributes.shapes[index] & 63) }
    add(9, label, makes, UInt32(min(6, field.tokens.count)))
  }

  private mutating func addText(_ field: LabelledSpan, _ names: inout NamesOfTokens) {
    let label = UInt32(field.label.rawValue)
    let tokens = field.tokens
    guard let last = tokens.last else { return }
    let first = tokens.lowerBound
    let after = last + 1 < attributes.count ? UInt32(attributes.shapes[last + 1]) : 0
    add(10, label, UInt32(attributes.shapes[first] & 63))
    add(11, label, UInt32(attributes.shapes[last] & 63), after)
    if last > first { add(12, label, UInt32(attributes.shapes[last - 1] & 63), UInt32(attributes.shapes[last] & 63)) }
    let marks = Marks(tokens, attributes.shapes)
    add(13, label, Self.step(marks.words))
    for (kind, count) in marks.counts.enumerated() where count > 0 { add(14, label, UInt32(kind), min(2, count)) }
    switch field.label {
    case .title, .container:
      add(15, label, marks.words == 0 ? 9 : (marks.capitals * 4 + marks.words / 2) / marks.words)
      add(16, label, UInt32(attributes.journals[first]), UInt32(attributes.journals[last]))
    case .author, .editor: addNames(label, tokens, &names)
    default: break
    }
  }

  private mutating func addNames(_ label: UInt32, _ tokens: Range<Int>, _ names: inout NamesOfTokens) {
    let looks = names[tokens] ?? Self.looks(of: NameList(text.bytes, text.tokens[tokens]).names)
    names[tokens] = looks
    add(17, label, UInt32(min(8, looks.count)))
    for look in looks.prefix(12) { add(18, label, look) }
  }

  /// What each name looks like: whether it has a given name, starts with a capital, and of how many words it is.
  private static func looks(of names: [Name]) -> [UInt32] {
    names.map { name in
      let family = name.familyOrLiteral
      let kind: UInt32 = name.literal != nil ? 0 : name.given?.isEmpty == false ? 1 : 2
      let isCapital: UInt32 = family.unicodeScalars.first.map { $0.properties.isUppercase } == true ? 1 : 0
      let words = family.utf8.lazy.filter { $0 == 0x20 }.count
      let givens = (name.given ?? "").utf8.lazy.filter { $0 == 0x20 }.count
      return kind << 5 | isCapital << 4 | UInt32(min(3, words)) << 2 | UInt32(min(2, givens))
    }
  }

  /// How far the list's other references have the same boundaries.
  private mutating func addUse(_ style: ListStyle) {
    for boundary in reading.boundaries {
      let (left, right) = style.use(of: boundary)
      add(19, left)
      add(20, right)
      add(21, UInt32(boundary.left) << 8 | UInt32(boundary.right), left, right)
    }
  }

  private static func step(_ words: UInt32) -> UInt32 {
    words < 4 ? words : words < 6 ? 4 : words < 9 ? 6 : words < 14 ? 9 : words < 22 ? 14 : 22
  }

  /// What a field of text holds beside words.
  private struct Marks {
    var words: UInt32 = 0
    var capitals: UInt32 = 0
    var counts = [UInt32](repeating: 0, count: 18)

    init(_ tokens: Range<Int>, _ shapes: [UInt8]) {
      var depth = 0
      var quotes = 0
      for index in tokens {
        let shape = shapes[index] & 63
        let next = index + 1 < tokens.upperBound ? shapes[index + 1] : 0
        let isInside = index > tokens.lowerBound && next != 0
        let isSpaced = next & 64 != 0
        switch shape {
        case TokenShape.stop where isInside:
          let isShort = shapes[index - 1] & 63 == TokenShape.initial || shapes[index - 1] & 63 == 27
          counts[isShort ? 0 : isSpaced ? 1 : 2] += 1
        case TokenShape.comma: counts[3] += 1
        case TokenShape.colon: counts[4] += 1
        case TokenShape.semicolon: counts[5] += 1
        case TokenShape.question where isInside: counts[6] += 1
        case TokenShape.openRound, TokenShape.openSquare:
          counts[7] += 1
          depth += 1
          if (17...23).contains(next & 63) { counts[8] += 1 }
        case TokenShape.closeRound, TokenShape.closeSquare: depth -= 1
        case TokenShape.openQuote, TokenShape.closeQuote, TokenShape.quote:
          counts[9] += 1
          if shape == TokenShape.quote { quotes += 1 } else { quotes += shape == TokenShape.openQuote ? 1 : -1 }
        case TokenShape.dash where isInside: counts[shapes[index] & 64 != 0 && isSpaced ? 10 : 11] += 1
        case TokenShape.year: counts[12] += 1
        case 17...23: counts[13] += 1
        case 37: counts[14] += 1
        case 36: counts[15] += 1
        default: break
        }
        switch shape {
        case 26, 27, 34, 36, 38...42, 44...46, 48...51, 54, 55: words += 1
        case 28...33, 37, 43, 47, 52, 53:
          words += 1
          capitals += 1
        default: break
        }
      }
      if depth != 0 { counts[16] = 1 }
      if quotes % 2 != 0 { counts[17] = 1 }
    }
  }
}
