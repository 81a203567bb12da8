internal import IbidModel

/// Text as it is compared: without case, accents, punctuation and differences of spacing.
package enum SearchKey {
  /// The words of `text`: runs of letters and digits in lower case, Latin letters without their accents
  /// (`Łódź` as `lodz`, `Straße` as `strasse`). Apostrophes join what stands around them.
  package static func words(of text: String) -> [String] {
    folded(text).split(separator: " ").map(String.init)
  }

  /// The words of `text` with one blank between.
  package static func folded(_ text: String) -> String {
    var key: [UInt8] = []
    appendFolded(text, to: &key)
    return String(decoding: key, as: UTF8.self)
  }

  /// Appends the words of `text` with one blank between, and one before the first where `key` is not empty.
  package static func appendFolded(_ text: String, to key: inout [UInt8]) {
    key.reserveCapacity(key.count + text.utf8.count + 1)
    var isAtBoundary = true
    var word = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        let byte = UInt8(truncatingIfNeeded: scalar.value)
        if byte.isASCIILetter || byte.isASCIIDigit {
          if isAtBoundary, !key.isEmpty { key.append(UInt8(ascii: " ")) }
          isAtBoundary = false
          key.append(byte.isASCIILetter ? byte | 0x20 : byte)
        } else if byte != UInt8(ascii: "'") {
          isAtBoundary = true
        }
      } else if isWord(scalar) {
        if isAtBoundary, !key.isEmpty { key.append(UInt8(ascii: " ")) }
        isAtBoundary = false
        word.removeAll(keepingCapacity: true)
        append(scalar, to: &word)
        key.append(contentsOf: word.utf8)
      } else if !isJoiner(scalar) {
        isAtBoundary = true
      }
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "’" || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func append(_ scalar: Unicode.Scalar, to word: inout String) {
    word += unnamed[scalar] ?? baseLetter(of: scalar) ?? scalar.properties.lowercaseMapping
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
