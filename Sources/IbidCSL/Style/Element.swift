import IbidModel

/// A rendering element of a style.
///
/// Source: CSL 1.0.2, «Rendering Elements».
indirect enum Element: Sendable {
  case text(TextElement)
  case number(NumberElement)
  case date(DateElement)
  case names(NamesElement)
  case label(LabelElement)
  case group(GroupElement)
  case choose(ChooseElement)
}

/// `cs:text`.
struct TextElement: Sendable {
  /// What the text is.
  enum Source: Sendable {
    /// A variable; nil for one that CSL does not have, which is always empty.
    case variable(Variable?, isShort: Bool)
    /// The macro at this index of the style.
    case macro(Int)
    case term(String, TermForm, isPlural: Bool)
    case value(String)
  }

  var source: Source
  var appearance: Appearance
}

/// `cs:number`.
struct NumberElement: Sendable {
  enum Form: String, Sendable {
    case numeric, ordinal, roman
    case longOrdinal = "long-ordinal"
  }

  var variable: Variable?
  var form: Form
  var appearance: Appearance
}

/// `cs:label`.
struct LabelElement: Sendable {
  enum Plural: String, Sendable { case contextual, always, never }

  /// The variable; nil in `cs:names`, where the names' variable counts, and for variables unknown to CSL.
  var variable: Variable?
  var form: TermForm
  var plural: Plural
  var appearance: Appearance
}

/// `cs:group`.
struct GroupElement: Sendable {
  var delimiter: String
  var appearance: Appearance
  var children: [Element]
}

/// `cs:choose`: the first branch that holds is rendered.
struct ChooseElement: Sendable {
  struct Branch: Sendable {
    /// The tests; none for `cs:else`.
    var condition: Condition?
    var children: [Element]
  }

  var branches: [Branch]
}

/// What `cs:if` and `cs:else-if` test.
struct Condition: Sendable {
  enum Match: String, Sendable { case all, any, none }

  enum Test: Sendable {
    case disambiguate(Bool)
    case isNumeric(Variable?)
    case isUncertainDate(Variable?)
    case locator(String)
    case position(CitePosition)
    /// One of these types, by CSL's names: an item has one only, so that a list can mean nothing else.
    case type([String])
    case variable(Variable?)
  }

  var match: Match
  var tests: [Test]
}
