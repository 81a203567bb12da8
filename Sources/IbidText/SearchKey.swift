/// Text as it is compared: without case, accents, punctuation and differences of spacing.
package enum SearchKey {
  /// The words of `text`: runs of letters and digits in lower case, Latin letters without their accents
  /// (`Łódź` as `lodz`, `Straße` as `strasse`). Apostrophes join what stands around them.
  package static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII ? isASCIIWord(scalar) : isWord(scalar) {
        append(scalar, to: &word)
      } else if isJoiner(scalar) {
        continue
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The words of `text` with one blank between.
  package static func folded(_ text: String) -> String { words(of: text).joined(separator: " ") }

  private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    if scalar.isASCII {
      word.unicodeScalars.append(("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar)
    } else {
      word += unnamed[scalar] ?? baseLetter(of: scalar) ?? scalar.properties.lowercaseMapping
    }
  }

  /// The base of a Latin letter by its Unicode name: `LATIN SMALL LETTER L WITH STROKE` is `l`, `AE` is `ae`.
  /// Names also tell letters that Unicode does not decompose.
  private static func baseLetter(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count > 3, words[2] == "LETTER", words[3].utf8.count <= 2, words.count == 4 || words[4] == "WITH"
    else { return nil }
    return words[3].lowercased()
  }

  /// Letters whose names do not say how they are read, and accented Greek vowels.
  private static let unnamed: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "Ð": "d", "ð": "d", "Þ": "th", "þ": "th", "ı": "i", "ſ": "s", "ﬁ": "fi", "ﬂ": "fl",
    "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω",
    "Ά": "α", "Έ": "ε", "Ή": "η", "Ί": "ι", "Ό": "ο", "Ύ": "υ", "Ώ": "ω", "ς": "σ", "й": "и", "Й": "и",
  ]
}
