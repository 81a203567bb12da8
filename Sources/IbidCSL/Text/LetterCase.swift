/// The capitals and small letters of a language, where they are not those of most.
///
/// Source: Unicode, `SpecialCasing.txt`, and chapter 5.18.
struct LetterCase {
  private enum Rules { case usual, turkic, greek, dutch }
  private let rules: Rules

  /// - Parameter language: an RFC 5646 tag, as in `tr-TR`, or the language's ISO 639-2 code.
  init(language: String) {
    switch Locale.base(of: language) {
    case "tr", "az", "tur", "aze": rules = .turkic
    case "el", "ell", "gre": rules = .greek
    case "nl", "nld", "dut": rules = .dutch
    default: rules = .usual
    }
  }

  /// `İ` for a Turkish `i`; a Greek capital in a word of capitals has no accent.
  func uppercase(_ scalar: Unicode.Scalar) -> String {
    switch rules {
    case .turkic where scalar == "i": return "İ"
    case .greek:
      let capital = scalar.properties.uppercaseMapping
      guard let first = capital.unicodeScalars.first else { return capital }
      return Self.withoutAccent(first).map { String($0) } ?? capital
    default: return scalar.properties.uppercaseMapping
    }
  }

  /// `ı` for a Turkish `I`.
  func lowercase(_ scalar: Unicode.Scalar) -> String {
    guard rules == .turkic else { return scalar.properties.lowercaseMapping }
    return scalar == "I" ? "ı" : scalar == "İ" ? "i" : scalar.properties.lowercaseMapping
  }

  /// The capital at the beginning of a word.
  func titlecase(_ scalar: Unicode.Scalar) -> String {
    rules == .turkic && scalar == "i" ? "İ" : scalar.properties.titlecaseMapping
  }

  /// Whether two letters at the beginning of a word take a capital together: `IJsland`.
  func isOneLetter(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    rules == .dutch && first == "i" && second == "j"
  }

  private static func withoutAccent(_ capital: Unicode.Scalar) -> Unicode.Scalar? {
    switch capital {
    case "Ά": "Α"
    case "Έ": "Ε"
    case "Ή": "Η"
    case "Ί": "Ι"
    case "Ό": "Ο"
    case "Ύ": "Υ"
    case "Ώ": "Ω"
    // What `ΐ` and `ΰ` are capitals of begins with the letter; the accents behind it are dropped.
    case "Ι", "Υ": capital
    default: nil
    }
  }
}
