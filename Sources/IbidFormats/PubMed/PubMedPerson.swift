import IbidModel

/// A person or body of an author list while its parts come in.
struct PubMedPerson {
  typealias Entry = PubMedState.Entry

  var isValid = true
  var orcid: String?
  private var last: String?
  private var fore: String?
  private var middle: String?
  private var initials: String?
  private var suffix: String?
  private var collective: String?
  private var affiliations: [String] = []
  /// The last affiliations of the record: authors mostly share them.
  private var recent: [(entry: Entry, text: String)] = []

  /// Before the next person.
  mutating func begin() {
    isValid = true
    orcid = nil
    last = nil
    fore = nil
    middle = nil
    initials = nil
    suffix = nil
    collective = nil
    affiliations = []
  }

  mutating func set(_ entry: Entry, _ state: PubMedState) {
    let text = state.string(entry)
    switch entry.field {
    case .lastName: last = text
    case .foreName: fore = text
    case .middleName: middle = text
    case .initials: initials = text
    case .suffix: suffix = text
    default: collective = entry.hasMarkup ? RichText.plain(text) : text
    }
  }

  mutating func addAffiliation(_ entry: Entry, _ state: PubMedState) {
    let bytes = state.bytes(entry)
    for known in recent where known.entry.count == entry.count {
      if state.bytes(known.entry).elementsEqual(bytes) {
        affiliations.append(known.text)
        return
      }
    }
    let string = state.string(entry)
    let text = entry.hasMarkup ? RichText.plain(string) : string
    affiliations.append(text)
    if recent.count >= 8 { recent.removeFirst() }
    recent.append((entry, text))
  }

  /// The name; nil where it is marked as not valid, or says nothing.
  var name: Name? {
    guard isValid else { return nil }
    var name: Name
    if let last {
      name = Name(family: PubMedName.recased(last))
      if var given = fore ?? initials {
        if let middle { given += " " + middle }
        name.given = name.family == last ? given : PubMedName.recasedGiven(given, initials: initials)
      }
      name.suffix = suffix
    } else if let collective {
      name = Name(literal: collective)
    } else if let only = fore ?? initials {
      name = Name(family: only)
    } else {
      return nil
    }
    name.orcid = orcid
    name.affiliations = affiliations
    return name
  }
}
