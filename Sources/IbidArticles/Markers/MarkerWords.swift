import IbidModel
import IbidText

/// Words that tell what a number next to them counts.
enum MarkerWords {
  /// Words before a number that numbers something other than a note.
  static let counted = NameSet(
    Set([
      "fig", "figs", "figure", "figures", "table", "tables", "tab", "eq", "eqs", "eqn", "equation", "equations", "no",
      "nos", "number", "vol", "volume", "version", "ver", "v", "section", "sec", "chapter", "ch", "chap", "page", "p",
      "pp", "part", "step", "steps", "phase", "stage", "type", "grade", "class", "group", "groups", "day", "days",
      "week", "weeks", "month", "year", "years", "experiment", "exp", "study", "trial", "model", "scheme", "box",
      "supplementary", "appendix", "file", "panel", "chromosome", "chr", "exon", "lane", "lanes", "level", "score",
      "category", "item", "question", "hypothesis", "aim", "objective", "supplement", "additional", "movie", "video",
      "suppl", "nr", "art", "of", "to", "than", "about", "at", "from", "by", "between", "for", "with",
      "and", "or", "approximately", "around", "over", "under", "least", "most", "only", "n", "x", "r",
    ]).union(Month.english))

  /// Abbreviations glued to the number of something other than a note.
  static let countedAbbreviations = NameSet([
    "fig", "figs", "tab", "eq", "eqs", "eqn", "no", "nos", "nr", "vol", "ver", "v", "sec", "ch", "chap", "p", "pp",
    "suppl", "exp", "chr",
  ])

  /// Words before a number that is a note's.
  static let references = NameSet([
    "ref", "refs", "reference", "references", "citation", "citations", "note", "footnote",
  ])

  /// Words between an opening bracket and the numbers in it.
  static let leadIns = NameSet([
    "see", "also", "e.g", "eg", "cf", "ref", "refs", "reference", "references", "reviewed", "in", "for", "review",
    "i.e", "and", "by", "from", "per", "adapted", "modified", "after",
  ])

  /// Words for a place within a work, behind a note's number and a colon.
  static let places = NameSet([
    "fig", "figs", "figure", "figures", "p", "pp", "page", "pages", "pl", "pls", "plate", "plates", "tab", "table",
    "tables", "ch", "chap", "chapter", "sec", "sect", "section", "art", "article", "para", "vol", "n", "note", "line",
    "lines", "map", "appendix", "app", "eq", "s",
  ])

  /// Units behind an interval.
  static let measures = NameSet([
    "mm", "cm", "m", "km", "nm", "mg", "g", "kg", "ml", "mL", "l", "L", "dl", "s", "ms", "min", "h", "hz", "Hz", "kHz",
    "MHz", "GHz", "K", "Pa", "kPa", "MPa", "bar", "V", "mV", "kV", "A", "mA", "W", "kW", "J", "kJ", "eV", "keV", "MeV",
    "dB", "ppm", "mol", "mM", "days", "hours", "minutes", "seconds", "weeks", "months", "years", "degrees", "percent",
    "points", "units", "pixels", "bp", "kb", "Mb", "kDa", "Da", "cells", "times", "t", "ha",
  ])

  /// Words before an interval.
  static let intervals = NameSet([
    "interval", "intervals", "range", "ranges", "domain", "between", "ci", "iqr", "within", "intervalo", "intervall",
    "intervalle",
  ])

  /// Words that go on with a sentence behind a marker, and before which no marker stands.
  static let functionWords = NameSet([
    "a", "an", "the", "and", "or", "but", "nor", "as", "at", "by", "for", "from", "in", "into", "of", "on", "onto",
    "to",
    "with", "without", "within", "between", "among", "that", "which", "who", "whose", "whereas", "while", "when",
    "where",
    "because", "since", "although", "though", "if", "than", "is", "are", "was", "were", "be", "been", "has", "have",
    "had",
    "can", "could", "may", "might", "will", "would", "should", "do", "does", "did", "it", "its", "this", "these",
    "those",
    "their", "they", "we", "our", "not", "also", "using", "via", "such", "both", "due", "through", "during", "under",
    "over", "after", "before", "about", "showed", "found", "used", "suggest", "indicate", "however", "thus", "so",
    "and/or",
  ])

  /// Words between the last items of a list.
  static let joints = NameSet(["and", "or", "und", "oder", "et", "ou", "y", "o", "e"])

  /// Words before the first item of a list.
  static let listOpeners = NameSet([
    "are", "were", "is", "was", "include", "included", "includes", "by", "to", "of", "either", "both", "that", "for",
    "whether", "as", "namely", "on", "in", "from", "with", "when", "if", "follows", "following", "i.e", "eg", "the",
    "sind", "sont", "son",
  ])

  /// Units that are squared, cubed or inverted.
  static let units = NameSet([
    "m", "cm", "mm", "km", "dm", "nm", "µm", "μm", "ft", "s", "in", "yd", "r", "R", "x", "χ", "t", "z", "sec",
  ])
}

/// A fixed set of short words, asked about stretches of bytes.
struct NameSet: Sendable {
  private let names: Set<String>

  init(_ names: Set<String>) { self.names = names }

  /// Whether the bytes of this range are one of the words.
  func contains(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 15 && names.contains(String(decoding: text[range], as: UTF8.self))
  }

  /// Whether the bytes of this range, in lower case, are one of the words.
  func containsFolded(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    !range.isEmpty && range.count <= 15
      && names.contains(
        String(decoding: text[range].map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }, as: UTF8.self))
  }
}
