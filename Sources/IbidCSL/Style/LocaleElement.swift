/// `cs:locale`, from a locale file or inside a style.
///
/// Source: CSL 1.0.2, «Locale Files» and «Locale».
struct LocaleElement: Sendable {
  /// `de`, `de-AT`, or nil for one that applies to every language.
  var language: String?
  var terms: [TermKey: Term] = [:]
  var dates: [DateElement.Form: DateElement] = [:]
  var punctuationInQuote: Bool?
  var limitDayOrdinalsToDay1: Bool?

  /// Takes over what another language's file says: no English form of a term stays that the other language has.
  mutating func translate(into other: LocaleElement) {
    let translated = Set(other.terms.keys.lazy.map(\.name))
    terms = terms.filter { !translated.contains($0.key.name) }
    override(with: other)
  }

  /// Takes over what `other` says; a style's ordinals replace the inherited ones as a whole where they say what most
  /// numbers end in.
  mutating func override(with other: LocaleElement) {
    if other.terms.keys.contains(where: { $0.name == "ordinal" }) {
      terms = terms.filter { !$0.key.isOrdinalEnding }
    }
    terms.merge(other.terms) { $1 }
    dates.merge(other.dates) { $1 }
    punctuationInQuote = other.punctuationInQuote ?? punctuationInQuote
    limitDayOrdinalsToDay1 = other.limitDayOrdinalsToDay1 ?? limitDayOrdinalsToDay1
  }
}

extension TermKey {
  /// Whether the term is `ordinal` or one of `ordinal-00` to `ordinal-99`.
  var isOrdinalEnding: Bool { name.hasPrefix("ordinal") }
}
