import IbidModel

/// `cs:names`.
///
/// Source: CSL 1.0.2, «Names».
struct NamesElement: Sendable {
  var variables: [Variable]
  /// nil where neither the element nor what it inherits from says anything.
  var delimiter: String?
  var appearance: Appearance
  /// nil where the element has no `cs:name`; as a child of `cs:substitute` the outer element's counts then.
  var name: NameElement?
  var etAl: EtAlElement?
  var label: LabelElement?
  /// Whether `cs:label` stands before `cs:name`.
  var labelComesFirst = false
  var substitute: [Element] = []

  /// Whether it says nothing of how names look: inside `cs:substitute` the element around it does.
  var isBare: Bool { name == nil && etAl == nil && label == nil }
}

/// `cs:name`.
struct NameElement: Sendable {
  var options: NameOptions
  var appearance: Appearance
  var family: Appearance?
  var given: Appearance?
}

/// `cs:et-al`.
struct EtAlElement: Sendable {
  var term: String
  var appearance: Appearance
}

/// The name options, which a style, its `cs:citation` or `cs:bibliography` and a `cs:name` can each set in part.
///
/// Source: CSL 1.0.2, «Inheritable Name Options».
struct NameOptions: Sendable, Hashable {
  enum And: String, Sendable { case text, symbol }
  enum DelimiterPrecedes: String, Sendable {
    case contextual, always, never
    case afterInvertedName = "after-inverted-name"
  }
  enum Form: String, Sendable { case long, short, count }
  enum SortOrder: String, Sendable { case first, all }

  var and: And?
  var delimiter: String?
  var namesDelimiter: String?
  var delimiterPrecedesEtAl: DelimiterPrecedes?
  var delimiterPrecedesLast: DelimiterPrecedes?
  var etAlMin: Int?
  var etAlUseFirst: Int?
  var etAlSubsequentMin: Int?
  var etAlSubsequentUseFirst: Int?
  var etAlUseLast: Bool?
  var form: Form?
  var initialize: Bool?
  var initializeWith: String?
  var nameAsSortOrder: SortOrder?
  var sortSeparator: String?

  /// These options, and `outer`'s where these say nothing.
  func inheriting(_ outer: NameOptions) -> NameOptions {
    var options = self
    options.and = and ?? outer.and
    options.delimiter = delimiter ?? outer.delimiter
    options.namesDelimiter = namesDelimiter ?? outer.namesDelimiter
    options.delimiterPrecedesEtAl = delimiterPrecedesEtAl ?? outer.delimiterPrecedesEtAl
    options.delimiterPrecedesLast = delimiterPrecedesLast ?? outer.delimiterPrecedesLast
    options.etAlMin = etAlMin ?? outer.etAlMin
    options.etAlUseFirst = etAlUseFirst ?? outer.etAlUseFirst
    options.etAlSubsequentMin = etAlSubsequentMin ?? outer.etAlSubsequentMin
    options.etAlSubsequentUseFirst = etAlSubsequentUseFirst ?? outer.etAlSubsequentUseFirst
    options.etAlUseLast = etAlUseLast ?? outer.etAlUseLast
    options.form = form ?? outer.form
    options.initialize = initialize ?? outer.initialize
    options.initializeWith = initializeWith ?? outer.initializeWith
    options.nameAsSortOrder = nameAsSortOrder ?? outer.nameAsSortOrder
    options.sortSeparator = sortSeparator ?? outer.sortSeparator
    return options
  }
}
