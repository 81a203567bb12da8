/// Folds text as ``SearchKey`` says, into memory of the caller's. An import folds every abstract: ASCII goes by a
/// table, and only what lies beyond asks Unicode.
struct FoldedText {
  /// How many bytes have been written.
  private(set) var count = 0
  private let memory: UnsafeMutablePointer<UInt8>
  /// Whether a blank must stand before the next word.
  private var isAfterText: Bool

  /// Bytes that are enough for the folded form of `count` bytes: a blank before each letter, and no letter of two
  /// bytes becomes more than three.
  static func room(for count: Int) -> Int { 2 * count + 2 }

  /// Writes from `memory` on.
  init(_ memory: UnsafeMutablePointer<UInt8>, isAfterText: Bool) {
    self.memory = memory
    self.isAfterText = isAfterText
  }

  /// Appends `length` bytes of valid UTF-8.
  mutating func append(_ text: UnsafePointer<UInt8>, count length: Int) {
    let classes = Self.classes.utf8Start
    var out = count
    var isAtBoundary = true
    var index = 0
    while index < length {
      let byte = text[index]
      guard byte < 0x80 else {
        count = out
        index += appendScalar(text + index, rest: length - index, &isAtBoundary)
        out = count
        continue
      }
      index += 1
      let folded = classes[Int(byte)]
      if folded > UInt8(ascii: "'") {
        if isAtBoundary {
          if isAfterText {
            memory[out] = UInt8(ascii: " ")
            out += 1
          }
          isAfterText = true
          isAtBoundary = false
        }
        memory[out] = folded
        out += 1
      } else if folded != UInt8(ascii: "'") {
        isAtBoundary = true
      }
    }
    count = out
  }

  /// ASCII as it is folded: letters and digits as they are compared, an apostrophe, which joins, and blanks for all
  /// that ends a word.
  private static let classes: StaticString =
    """
                                    \
           '        0123456789      \
     abcdefghijklmnopqrstuvwxyz     \
     abcdefghijklmnopqrstuvwxyz\u{20}\u{20}\u{20}\u{20}\u{20}
    """

  /// The first scalar, which is not ASCII; returns its length in bytes.
  private mutating func appendScalar(_ text: UnsafePointer<UInt8>, rest: Int, _ isAtBoundary: inout Bool) -> Int {
    let length = min(rest, text[0] >= 0xF0 ? 4 : text[0] >= 0xE0 ? 3 : 2)
    var value = UInt32(text[0]) & (0x7F >> UInt32(length))
    for index in 1..<max(length, 1) { value = value << 6 | UInt32(text[index] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return length }
    if FoldedLetter.isWord(scalar) {
      if isAtBoundary, isAfterText { write(UInt8(ascii: " ")) }
      isAfterText = true
      isAtBoundary = false
      for byte in FoldedLetter.text(of: scalar).utf8 { write(byte) }
    } else if !FoldedLetter.isJoiner(scalar) {
      isAtBoundary = true
    }
    return length
  }

  private mutating func write(_ byte: UInt8) {
    memory[count] = byte
    count += 1
  }
}

/// Letters beyond ASCII as they are compared.
enum FoldedLetter {
  /// Whether the scalar is part of a word.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether the scalar is none itself, but ends no word: an apostrophe, an accent.
  static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "’" || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The scalar in lower case, without its accents where it is Latin.
  static func text(of scalar: Unicode.Scalar) -> String {
    guard scalar.value >= first, scalar.value < first + UInt32(common.count) else { return madeText(of: scalar) }
    return common[Int(scalar.value - first)]
  }

  /// U+00C0 to U+024F, the letters of Latin-1 and Latin Extended-A and B. Making them of their names takes a
  /// millisecond, which every run would pay that meets one accent.
  private static let common = commonLetters.description.split(separator: " ").map(String.init)
  private static let first: UInt32 = 0xC0
  private static let commonLetters: StaticString =
    """
    a a a a a a ae c e e e e i i i i d n o o o o o × o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o \
    o o o ÷ o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i \
    i i i i i i i i ĳ ĳ j j k k ĸ l l l l l l l l l l n n n n n n ŉ ŋ ŋ o o o o o o œ œ r r r r r r s s s s s s \
    s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s b b b b ƅ ƅ ɔ c c ɖ d d d ƍ ǝ ə ɛ f f g ɣ hv \
    ɩ i k k l ƛ ɯ n n o o o oi oi p p ʀ ƨ ƨ ʃ ƪ t t t t u u ʊ v y y z z ʒ ƹ ƹ ƺ ƻ ƽ ƽ ƾ ƿ ǀ ǁ ǂ ǃ dz d dz lj l \
    lj nj n nj a a i i o o u u u u u u u u u u ǝ a a a a ae ae g g g g k k o o o o ǯ ǯ j dz d dz g g ƕ ƿ n n a a \
    ae ae o o a a a a e e e e i i i i o o o o r r r r u u u u s s t t ȝ ȝ h h n d ou ou z z a a e e o o o o o o \
    o o y y l n t ȷ ȸ ȹ a c c l t s z ɂ ɂ b ʉ ʌ e e j j ɋ q r r y y
    """

  /// The same, of the scalar's name.
  static func madeText(of scalar: Unicode.Scalar) -> String {
    unnamed[scalar] ?? baseLetter(of: scalar) ?? scalar.properties.lowercaseMapping
  }

  /// The base of a Latin letter by its Unicode name: `LATIN SMALL LETTER L WITH STROKE` is `l`, `AE` is `ae`.
  /// Names also tell letters that Unicode does not decompose.
  private static func baseLetter(of scalar: Unicode.Scalar) -> String? {
    guard mayBeLatin(scalar.value), let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 3, words[2] == "LETTER", words[3].utf8.count <= 2, words.count == 4 || words[4] == "WITH"
    else { return nil }
    return words[3].lowercased()
  }

  /// The blocks that hold Latin letters.
  private static func mayBeLatin(_ value: UInt32) -> Bool {
    value < 0x300 || (0x1D00..<0x1F00).contains(value) || (0x2100..<0x2C80).contains(value)
      || (0xA700..<0xAB70).contains(value) || (0x10780..<0x107C0).contains(value) || value >= 0x1DF00
  }

  /// Letters whose names do not say how they are read, accented Greek vowels, and Greek letters that Unicode has twice:
  /// the micro sign is a my.
  private static let unnamed: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "Ð": "d", "ð": "d", "Þ": "th", "þ": "th", "ı": "i", "ſ": "s", "ﬁ": "fi", "ﬂ": "fl",
    "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω",
    "Ά": "α", "Έ": "ε", "Ή": "η", "Ί": "ι", "Ό": "ο", "Ύ": "υ", "Ώ": "ω", "ς": "σ", "й": "и", "Й": "и",
    "µ": "μ", "ϐ": "β", "ϑ": "θ", "ϕ": "φ", "ϖ": "π", "ϰ": "κ", "ϱ": "ρ", "ϵ": "ε", "\u{212B}": "a",
  ]
}
