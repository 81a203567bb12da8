/// One bibliographic record, in CSL's words.
///
///     var item = Item(id: "engel1977", type: .articleJournal)
///     item[.title] = "The need for a new medical model"
///     item[names: .author] = [Name(family: "Engel", given: "G L")]
///     item[date: .issued] = CSLDate(1977)
public struct Item: Sendable, Hashable {
  /// The citation key; empty until one is given.
  public var id: String
  /// The kind of work.
  public var type: ItemType
  /// Standard and number variables, as plain text without markup.
  public var texts = Fields<String>()
  /// For variables whose text has inline markup: the text with CSL's rich-text tags (`<i>`, `<b>`, `<sup>`,
  /// `<sub>`, `<span …>`). The plain text stands in `texts` too.
  public var richTexts = Fields<String>()
  /// Name variables.
  public var nameLists = Fields<[Name]>()
  /// Date variables.
  public var dates = Fields<CSLDate>()
  /// Variables that CSL-JSON wrote as numbers rather than strings.
  public var numericVariables: Set<Variable> = []
  /// What CSL has no variable for, under its own name: a site's identifiers, an arXiv number …
  public var custom: [JSONMember] = []
  /// Members of a CSL-JSON item that CSL does not define, as they were.
  public var other: [JSONMember] = []
  /// PubMed's own facts, where the item comes from there.
  public var pubmed: PubMedFacts?

  /// An item with nothing but its key and type.
  public init(id: String = "", type: ItemType) {
    self.id = id
    self.type = type
  }

  /// The plain text of a standard or number variable. Setting it forgets the variable's rich text.
  public subscript(variable: Variable) -> String? {
    get { texts[variable] }
    set {
      texts[variable] = newValue
      if !richTexts.isEmpty { richTexts[variable] = nil }
    }
  }

  /// The names of a name variable, empty where it has none. Setting an empty list takes the variable out.
  public subscript(names variable: Variable) -> [Name] {
    get { nameLists[variable] ?? [] }
    set { nameLists[variable] = newValue.isEmpty ? nil : newValue }
  }

  /// The date of a date variable.
  public subscript(date variable: Variable) -> CSLDate? {
    get { dates[variable] }
    set { dates[variable] = newValue }
  }

  /// The custom value of this name.
  public subscript(custom name: String) -> JSONValue? {
    get { custom.last { $0.name == name }?.value }
    set {
      custom.removeAll { $0.name == name }
      if let newValue { custom.append(JSONMember(name, newValue)) }
    }
  }
}
