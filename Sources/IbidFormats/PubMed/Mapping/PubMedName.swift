import IbidModel

/// Names as PubMed writes them, as people do.
enum PubMedName {
  /// `MCDONALD` as `McDonald`, `DE LA CRUZ` as `De La Cruz`; what is not in capitals throughout stays.
  ///
  /// Fewer letters than `shortest` (`LI`, `NG`) are left alone: they may be initials.
  static func recased(_ name: String, shortest: Int = 3) -> String {
    guard isInCapitals(name, shortest: shortest) else { return name }
    var recased = ""
    var word = ""
    for scalar in name.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.unicodeScalars.append(scalar)
      } else {
        recased += recasedWord(word)
        word = ""
        recased.unicodeScalars.append(scalar)
      }
    }
    return recased + recasedWord(word)
  }

  /// Whether a name has `shortest` letters at least, and no small one.
  static func isInCapitals(_ name: String, shortest: Int = 3) -> Bool {
    var letters = 0
    var isASCII = true
    for byte in name.utf8 {
      if byte >= 97 && byte <= 122 { return false }
      if byte >= 65 && byte <= 90 { letters += 1 }
      if byte >= 0x80 { isASCII = false }
    }
    return letters >= shortest && (isASCII || !name.unicodeScalars.contains { $0.properties.isLowercase })
  }

  private static func recasedWord(_ word: String) -> String {
    guard let first = word.unicodeScalars.first else { return word }
    let rest = word.unicodeScalars.dropFirst()
    if first == "M", rest.first == "C", rest.count > 2 {
      return "Mc" + recasedWord(String(Substring(rest.dropFirst())))
    }
    return String(first) + String(Substring(rest)).lowercased()
  }

  /// Given names in capitals are recased where they are words: `JOHN A` becomes `John A`, `JA` stays.
  static func recasedGiven(_ given: String, initials: String?) -> String {
    guard given != initials else { return given }
    return given.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.utf8.count > 2 ? recased(String($0)) : String($0) }.joined(separator: " ")
  }

  /// The canonical form of an ORCID iD in any of its spellings; nil where `text` holds no sixteen digits.
  ///
  /// Source: ORCID, «Structure of the ORCID Identifier».
  static func orcid(_ text: String) -> String? {
    var digits: [UInt8] = []
    for byte in text.utf8 {
      if byte.isASCIIDigit {
        digits.append(byte)
      } else if byte | 0x20 == UInt8(ascii: "x"), digits.count == 15 {
        digits.append(UInt8(ascii: "X"))
      }
    }
    guard digits.count == 16 else { return nil }
    if text.utf8.count == 19, text.utf8.last == digits.last { return text }
    for place in [12, 8, 4] { digits.insert(UInt8(ascii: "-"), at: place) }
    return String(decoding: digits, as: UTF8.self)
  }
}
