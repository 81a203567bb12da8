import IbidModel

/// Shows as much of each given name as tells persons apart wherever they are named, as `all-names`, `primary-name`
/// and their `-with-initials` ask.
///
/// Source: CSL 1.0.2, «givenname-disambiguation-rule».
enum NameDisambiguation {
  /// Sets the given-name hints of every entry, and what the bibliography shows of each person.
  static func run(on document: inout Document) {
    let rule = document.style.citation.givenNameRule
    let isPrimaryOnly = rule.isPrimaryOnly
    let mayShowFull = rule == .allNames || rule == .primaryName
    let lists = document.entries.indices.map { entry -> [Renderer.NameList] in
      let context = document.context(of: entry, .citation)
      context.position = .subsequent
      return Renderer.render(document.style.citation.layout, document.prepared, context).nameLists
    }
    // Names behind et al. count too: they are persons of the document, and other cites may show them.
    let mayShowMore = document.style.citation.disambiguatesWithNames
    var persons = Persons()
    for lists in lists {
      for list in lists {
        for (place, name) in list.names.enumerated() where place == 0 || !isPrimaryOnly { persons.add(name, list) }
      }
    }
    for (entry, lists) in lists.enumerated() {
      for (index, list) in lists.enumerated() {
        for (place, name) in list.names.enumerated() where place == 0 || !isPrimaryOnly {
          guard place < list.shown || mayShowMore else { break }
          let level = persons.level(of: name, list, mayShowFull: mayShowFull)
          guard level != .asStyled || document.entries[entry].hints.given[index] != nil else { continue }
          document.entries[entry].hints.given[index, default: [:]][place] = level
          if level != .asStyled { document.personLevels[name] = level }
        }
      }
    }
  }

  /// Who shares which form of a name. The longer forms are only made of names that need them.
  private struct Persons {
    private struct Family {
      var persons: Set<Name> = []
      /// How many whole names share the plain form, and each form with initials; empty until asked for.
      var fullNames = 0
      var byInitials: [String: Int] = [:]
    }

    private var families: [String: Family] = [:]

    mutating func add(_ name: Name, _ list: Renderer.NameList) {
      families[list.text(of: name, .asStyled), default: Family()].persons.insert(name)
    }

    /// The initials, whether or not citations show them, and however.
    private static func initials(of name: Name) -> String {
      name.given.map {
        Initials.of($0, mark: ".", shortensWords: true, keepsHyphen: true, splitsCapitals: false)
      } ?? ""
    }

    mutating func level(of name: Name, _ list: Renderer.NameList, mayShowFull: Bool) -> NameHints.Given {
      let plain = list.text(of: name, .asStyled)
      guard var family = families[plain], family.persons.count > 1 else { return .asStyled }
      if family.fullNames == 0 {
        var known: Set<String> = []
        for person in family.persons
        where known.insert(list.text(of: person, .full).withoutBlanksBehindPeriods).inserted {
          family.byInitials[Self.initials(of: person), default: 0] += 1
        }
        family.fullNames = known.count
        families[plain] = family
      }
      guard family.fullNames > 1 else { return .asStyled }
      let initials = Self.initials(of: name)
      let sharing = family.byInitials[initials] ?? 0
      if sharing == 1 { return .initials }
      if mayShowFull { return .full }
      return initials.isEmpty || sharing == family.fullNames ? .asStyled : .initials
    }
  }
}
