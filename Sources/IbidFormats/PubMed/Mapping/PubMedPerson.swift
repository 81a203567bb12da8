import IbidModel
import IbidScan

/// A person or body of an author list while its parts come in.
struct PubMedPerson {
  typealias Entry = PubMedNotes.Entry

  var isValid = true
  private var last: Entry?
  private var fore: Entry?
  private var middle: Entry?
  private var initials: Entry?
  private var suffix: Entry?
  private var collective: Entry?
  private var orcid: Entry?
  private var affiliations: [String] = []
  /// The last affiliations of the record: authors mostly share them.
  private var recent: [(entry: Entry, text: String)] = []

  /// Before the next person.
  mutating func begin() {
    isValid = true
    last = nil
    fore = nil
    middle = nil
    initials = nil
    suffix = nil
    collective = nil
    orcid = nil
    if !affiliations.isEmpty { affiliations = [] }
  }

  mutating func set(_ entry: Entry) {
    switch entry.field {
    case .lastName: last = entry
    case .foreName: fore = entry
    case .middleName: middle = entry
    case .initials: initials = entry
    case .suffix: suffix = entry
    case .nameIdentifier: orcid = entry
    default: collective = entry
    }
  }

  mutating func addAffiliation(_ entry: Entry, _ notes: borrowing PubMedNotes) {
    let bytes = notes.bytes(entry)
    for known in recent where known.entry.count == entry.count {
      if notes.bytes(known.entry).equals(bytes) {
        affiliations.append(known.text)
        return
      }
    }
    let string = notes.string(entry)
    let text = entry.hasMarkup ? RichText.plain(string) : string
    affiliations.append(text)
    if recent.count >= 8 { recent.removeFirst() }
    recent.append((entry, text))
  }

  /// The name; nil where it is marked as not valid, or says nothing.
  func name(_ notes: borrowing PubMedNotes) -> Name? {
    guard isValid else { return nil }
    var name = Name()
    if let last {
      let family = notes.string(last)
      let isInCapitals = PubMedName.isInCapitals(family) || isShortInCapitals(family, notes)
      name.family = isInCapitals ? PubMedName.recased(family, shortest: 2) : family
      name.given = given(notes, isInCapitals: isInCapitals)
      if let suffix { name.suffix = notes.string(suffix) }
      if let fore, middle == nil, let initials, !Self.gives(notes.bytes(fore), notes.bytes(initials)) {
        name.other.append(JSONMember(Name.initialsMember, .string(notes.string(initials))))
      }
    } else if let collective {
      let text = notes.string(collective)
      name.literal = collective.hasMarkup ? RichText.plain(text) : text
    } else if let only = fore ?? initials {
      name.family = notes.string(only)
    } else {
      return nil
    }
    if let orcid { name.orcid = PubMedName.orcid(notes.string(orcid)) }
    if !affiliations.isEmpty { name.affiliations = affiliations }
    return name
  }

  /// Whether given names give these initials, one for each word; `Leandro de Jesus` does not give `LJ`.
  private static func gives(_ given: Span<UInt8>, _ initials: Span<UInt8>) -> Bool {
    var count = 0
    var startsWord = true
    for index in 0..<given.count {
      let byte = given[index]
      // What lies beyond ASCII is not told apart.
      guard byte < 0x80 else { return true }
      let isLetter = byte.isASCIILetter
      if startsWord, isLetter {
        guard count < initials.count, initials[count] == byte else { return false }
        count += 1
      }
      startsWord = !isLetter && byte != UInt8(ascii: "'")
    }
    return count == initials.count || given.equals(initials) || !initials.allSatisfy(\.isASCIILetter)
  }

  /// Whether two capitals are a family name in a record in capitals: `LI WEI`, where the given name is no initials.
  private func isShortInCapitals(_ family: String, _ notes: borrowing PubMedNotes) -> Bool {
    guard family.utf8.count == 2, let fore, initials.map({ $0.count < fore.count }) ?? true else { return false }
    return PubMedName.isInCapitals(family, shortest: 2) && PubMedName.isInCapitals(notes.string(fore))
  }

  private func given(_ notes: borrowing PubMedNotes, isInCapitals: Bool) -> String? {
    guard let entry = fore ?? initials else { return nil }
    var given = notes.string(entry)
    if let middle { given += " " + notes.string(middle) }
    return isInCapitals ? PubMedName.recasedGiven(given, initials: initials.map { notes.string($0) }) : given
  }
}
