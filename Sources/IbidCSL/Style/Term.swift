/// The form of a term.
///
/// Source: CSL 1.0.2, «Terms».
enum TermForm: String, Sendable, Hashable {
  case long, short, symbol, verb
  case verbShort = "verb-short"

  /// The form to fall back to where a term lacks this one; nil for `long`.
  var fallback: TermForm? {
    switch self {
    case .long: nil
    case .short, .verb: .long
    case .symbol: .short
    case .verbShort: .verb
    }
  }
}

/// The gender of a noun, and of the ordinals that go with it.
enum Gender: String, Sendable, Hashable { case masculine, feminine }

/// One form of one term.
struct Term: Sendable {
  /// How much of a number an ordinal's ending must match.
  enum Match: String, Sendable {
    case lastDigit = "last-digit"
    case lastTwoDigits = "last-two-digits"
    case wholeNumber = "whole-number"
  }

  var single: String
  var multiple: String
  /// The noun's own gender.
  var gender: Gender?
  var match: Match?
}

/// What identifies one form of one term.
struct TermKey: Sendable, Hashable {
  var name: String
  var form: TermForm
  /// For ordinals and months' ordinals: the gender of the noun that they go with.
  var genderForm: Gender?
}
