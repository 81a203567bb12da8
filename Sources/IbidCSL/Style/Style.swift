import IbidModel

/// A CSL style, parsed: macros stand once and are referred to by index.
///
/// Source: CSL 1.0.2, «Styles».
package struct Style: Sendable {
  /// What kind of citation the style makes.
  package enum Class: String, Sendable {
    case inText = "in-text"
    case note
  }

  /// What the style says of itself.
  package var about: StyleDescription
  /// In-text citations, or notes.
  package var styleClass: Class
  /// The style's own locale, as in `de-DE`; nil where the user decides.
  package var defaultLocale: String?

  var options = GlobalOptions()
  var nameOptions = NameOptions()
  var macros: [Macro] = []
  var citation: CitationElement
  var bibliography: BibliographyElement?
  var locales: [LocaleElement] = []
}

/// `cs:info`, as far as it is used.
package struct StyleDescription: Sendable, Hashable {
  /// The style's URI.
  package var id = ""
  /// The title.
  package var title = ""
  /// The title's short form.
  package var titleShort: String?
  /// ISSNs and eISSNs of the journals that use the style.
  package var issns: [String] = []
  /// `cs:category`'s citation formats: `numeric`, `author-date` …
  package var citationFormat: String?
  /// Where a dependent style's parent is found.
  package var parent: String?
}

/// Options on `cs:style`.
///
/// Source: CSL 1.0.2, «Global Options».
struct GlobalOptions: Sendable {
  enum DemoteNonDroppingParticle: String, Sendable {
    case never
    case sortOnly = "sort-only"
    case displayAndSort = "display-and-sort"
  }
  enum PageRangeFormat: String, Sendable {
    case chicago, expanded, minimal
    case chicago15 = "chicago-15"
    case chicago16 = "chicago-16"
    case minimalTwo = "minimal-two"
  }

  var initializeWithHyphen = true
  var pageRangeFormat: PageRangeFormat?
  var demoteNonDroppingParticle = DemoteNonDroppingParticle.displayAndSort
}

/// `cs:macro`.
struct Macro: Sendable {
  var name: String
  var children: [Element]
}

/// `cs:layout`.
struct Layout: Sendable {
  var appearance: Appearance
  var delimiter: String
  var children: [Element]
}

/// `cs:citation`.
///
/// Source: CSL 1.0.2, «Citation-specific Options».
struct CitationElement: Sendable {
  enum Collapse: String, Sendable {
    case citationNumber = "citation-number"
    case year
    case yearSuffix = "year-suffix"
    case yearSuffixRanged = "year-suffix-ranged"
  }
  enum GivenNameRule: String, Sendable {
    case allNames = "all-names"
    case allNamesWithInitials = "all-names-with-initials"
    case primaryName = "primary-name"
    case primaryNameWithInitials = "primary-name-with-initials"
    case byCite = "by-cite"

    /// Whether only first names count.
    var isPrimaryOnly: Bool { self == .primaryName || self == .primaryNameWithInitials }
  }

  var layout: Layout
  var sort: [SortKey] = []
  var nameOptions = NameOptions()
  var collapse: Collapse?
  var citeGroupDelimiter: String?
  var yearSuffixDelimiter: String?
  var afterCollapseDelimiter: String?
  var disambiguatesWithNames = false
  var disambiguatesWithGivenNames = false
  var disambiguatesWithYearSuffix = false
  var givenNameRule = GivenNameRule.byCite
  var nearNoteDistance = 5
}

/// `cs:bibliography`.
///
/// Source: CSL 1.0.2, «Bibliography-specific Options».
struct BibliographyElement: Sendable {
  enum SecondFieldAlign: String, Sendable { case flush, margin }
  enum SubstituteRule: String, Sendable {
    case completeAll = "complete-all"
    case completeEach = "complete-each"
    case partialEach = "partial-each"
    case partialFirst = "partial-first"
  }

  var layout: Layout
  var sort: [SortKey] = []
  var nameOptions = NameOptions()
  var hasHangingIndent = false
  var secondFieldAlign: SecondFieldAlign?
  var lineSpacing = 1
  var entrySpacing = 1
  var subsequentAuthorSubstitute: String?
  var subsequentAuthorSubstituteRule = SubstituteRule.completeAll
}

/// `cs:key` of `cs:sort`.
struct SortKey: Sendable {
  enum Source: Sendable {
    case variable(Variable)
    case macro(Int)
  }

  var source: Source
  var isDescending = false
  var namesMin: Int?
  var namesUseFirst: Int?
  var namesUseLast: Bool?
}
