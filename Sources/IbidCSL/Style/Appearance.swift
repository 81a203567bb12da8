/// The formatting attributes of an element; nil where the style says nothing, so that the surroundings decide.
///
/// Source: CSL 1.0.2, «Formatting».
struct Formatting: Sendable, Hashable {
  enum FontStyle: String, Sendable { case normal, italic, oblique }
  enum FontVariant: String, Sendable { case normal, smallCaps = "small-caps" }
  enum FontWeight: String, Sendable { case normal, bold, light }
  enum TextDecoration: String, Sendable { case none, underline }
  enum VerticalAlign: String, Sendable { case baseline, sup, sub }

  var fontStyle: FontStyle?
  var fontVariant: FontVariant?
  var fontWeight: FontWeight?
  var textDecoration: TextDecoration?
  var verticalAlign: VerticalAlign?

  /// Whether the style says nothing.
  var isEmpty: Bool {
    fontStyle == nil && fontVariant == nil && fontWeight == nil && textDecoration == nil && verticalAlign == nil
  }
}

/// How letters are changed.
///
/// Source: CSL 1.0.2, «Text-case».
enum TextCase: String, Sendable {
  case lowercase, uppercase, sentence, title
  case capitalizeFirst = "capitalize-first"
  case capitalizeAll = "capitalize-all"
}

/// Where an element stands in a bibliography entry.
///
/// Source: CSL 1.0.2, «Display».
enum Display: String, Sendable {
  case block, indent
  case leftMargin = "left-margin"
  case rightInline = "right-inline"
}

/// What every rendering element can say of its output: formatting, affixes, display, quotes, case.
struct Appearance: Sendable, Hashable {
  var formatting = Formatting()
  var prefix = ""
  var suffix = ""
  var display: Display?
  var hasQuotes = false
  var stripsPeriods = false
  var textCase: TextCase?

  /// Whether output passes unchanged.
  var isPlain: Bool {
    formatting.isEmpty && prefix.isEmpty && suffix.isEmpty && display == nil && !hasQuotes && !stripsPeriods
      && textCase == nil
  }

  /// The same without affixes.
  var withoutAffixes: Appearance {
    var copy = self
    copy.prefix = ""
    copy.suffix = ""
    return copy
  }
}
