/// The terms, dates and options that count for one style in one language: locale files with the style's own
/// locales laid over them.
///
/// Source: CSL 1.0.2, «Locale Fallback».
final class Locale: Sendable {
  /// As in `en-US`.
  let language: String
  private let merged: LocaleElement
  /// The terms of the language's files, over which the style's own are laid, and of American English, over which the
  /// language's are.
  private let filed: [TermKey: Term]
  private let english: [TermKey: Term]

  /// Where words of a term come from, in the order in which they count.
  enum Words: CaseIterable { case style, language, english }
  /// Punctuation goes inside a closing quotation mark.
  var punctuationInQuote: Bool { merged.punctuationInQuote ?? false }
  /// Days after the first of a month are plain numbers.
  var limitDayOrdinalsToDay1: Bool { merged.limitDayOrdinalsToDay1 ?? false }
  /// Quotation marks of the first and second level.
  let quotes: QuotationMarks
  /// The word and the sign for «and», and what stands in ranges: looked up for nearly every number and name.
  let and: String?
  let ampersand: String
  let rangeDelimiter: String
  /// Whether the language is English, so that title case applies.
  let isEnglish: Bool

  /// - Parameter file: finds the locale file of exactly this name.
  init(_ language: String, style: [LocaleElement], file: (String) -> LocaleFile?) {
    let language = Self.canonical(language)
    let base = Self.base(of: language)
    var merged = file("en-US")?.element ?? LocaleElement()
    english = merged.terms
    for name in Self.files(for: language) where name != "en-US" {
      if let found = file(name) { merged.translate(into: found.element) }
    }
    // As for files: «et al» that a style says in American English counts in British English too.
    filed = merged.terms
    var wanted: [String?] = [nil, base]
    for name in [Self.primaryDialects[base], language] {
      if let name, !wanted.contains(name) { wanted.append(name) }
    }
    for wanted in wanted {
      for element in style where element.language == wanted { merged.override(with: element) }
    }
    self.language = language
    self.merged = merged
    isEnglish = base == "en"
    func mark(_ name: String, _ fallback: String) -> String {
      merged.terms[TermKey(name: name, form: .long)]?.single ?? fallback
    }
    func term(_ name: String, _ form: TermForm) -> String? { merged.terms[TermKey(name: name, form: form)]?.single }
    and = term("and", .long)
    ampersand = term("and", .symbol) ?? "&"
    rangeDelimiter = term("page-range-delimiter", .long) ?? "–"
    quotes = QuotationMarks(
      open: mark("open-quote", "“"), close: mark("close-quote", "”"), innerOpen: mark("open-inner-quote", "‘"),
      innerClose: mark("close-inner-quote", "’"))
  }

  /// The language without region: `pt` of `pt-BR`.
  static func base(of language: String) -> String {
    String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
  }

  /// The tag as locale files write it: `de-AT` for `de_at`.
  static func canonical(_ language: String) -> String {
    let parts = language.split { $0 == "-" || $0 == "_" }
    guard let first = parts.first else { return language }
    let rest = parts.dropFirst().map { part in
      part.utf8.count == 4 ? part.prefix(1).uppercased() + part.dropFirst().lowercased() : part.uppercased()
    }
    return ([first.lowercased()] + rest).joined(separator: "-")
  }

  /// The names of the locale files that count for a language, the weakest first: of its main dialect, of the language
  /// without region, of the dialect itself.
  ///
  /// Source: CSL 1.0.2, «Locale Fallback».
  static func files(for language: String) -> [String] {
    let language = canonical(language)
    let base = base(of: language)
    var files: [String] = []
    for name in [primaryDialects[base], base, language].compactMap(\.self) where !files.contains(name) {
      files.append(name)
    }
    return files
  }

  /// The text of a term, or of the form that it falls back to; nil where no form is defined.
  func term(_ name: String, _ form: TermForm = .long, isPlural: Bool = false, gender: Gender? = nil) -> String? {
    var form = form
    while true {
      if let term = merged.terms[TermKey(name: name, form: form, genderForm: gender)]
        ?? (gender == nil ? nil : merged.terms[TermKey(name: name, form: form)])
      {
        return isPlural ? term.multiple : term.single
      }
      guard let fallback = form.fallback else { return nil }
      form = fallback
    }
  }

  /// The words of a term in this form, singular and plural; none where the source has no such form.
  func words(_ name: String, _ form: TermForm, _ source: Words) -> [String] {
    let terms =
      switch source {
      case .style: merged.terms
      case .language: filed
      case .english: english
      }
    return terms[TermKey(name: name, form: form)].map { [$0.single, $0.multiple] } ?? []
  }

  /// The gender of the noun that a term is.
  func gender(of name: String) -> Gender? { merged.terms[TermKey(name: name, form: .long)]?.gender }

  /// The localized date of this form.
  func date(_ form: DateElement.Form) -> DateElement? { merged.dates[form] }

  /// The ending that makes `number` an ordinal: `st` for 21.
  ///
  /// Source: CSL 1.0.2, «Ordinal Suffixes».
  func ordinalEnding(of number: Int, gender: Gender?) -> String {
    for candidate in [gender, nil] {
      if let ending = ordinalEnding(number, candidate) { return ending }
      if candidate == nil { break }
    }
    return term("ordinal", gender: gender) ?? ""
  }

  private func ordinalEnding(_ number: Int, _ gender: Gender?) -> String? {
    let lastTwo = number % 100
    for value in lastTwo == number % 10 ? [lastTwo] : [lastTwo, number % 10] {
      let digits = value < 10 ? "0\(value)" : "\(value)"
      guard let term = merged.terms[TermKey(name: "ordinal-" + digits, form: .long, genderForm: gender)] else {
        continue
      }
      let matches =
        switch term.match ?? (value < 10 ? .lastDigit : .lastTwoDigits) {
        case .lastDigit: number % 10 == value
        case .lastTwoDigits: lastTwo == value
        case .wholeNumber: number == value
        }
      if matches { return term.single }
    }
    return nil
  }

  /// The dialect that stands for a language named without region, and lends it what other dialects lack.
  private static let primaryDialects: [String: String] = [
    "af": "af-ZA", "bg": "bg-BG", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB", "da": "da-DK", "de": "de-DE",
    "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR",
    "gl": "gl-ES", "he": "he-IL", "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID", "is": "is-IS", "it": "it-IT",
    "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "nb": "nb-NO",
    "nl": "nl-NL", "nn": "nn-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK",
    "sl": "sl-SI", "sr": "sr-Cyrl-RS", "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN",
    "zh": "zh-CN", "hi": "hi-IN", "hy": "hy-AM", "lij": "lij-IT", "ms": "ms-MY", "pa": "pa-PK", "bal": "bal-PK",
    "brh": "brh-PK",
  ]
}

/// A language's quotation marks.
struct QuotationMarks: Sendable, Hashable {
  var open: String
  var close: String
  var innerOpen: String
  var innerClose: String
}
