import IbidModel

/// Shows as much of each given name as tells persons apart wherever they are named, as `all-names`, `primary-name`
/// and their `-with-initials` ask.
///
/// Source: CSL 1.0.2, «givenname-disambiguation-rule».
enum NameDisambiguation {
  /// Sets the given-name hints of every entry.
  static func run(on document: inout Document) {
    let rule = document.style.citation.givenNameRule
    let isPrimaryOnly = rule == .primaryName || rule == .primaryNameWithInitials
    let mayShowFull = rule == .allNames || rule == .primaryName
    let lists = document.entries.indices.map { entry -> [Renderer.NameList] in
      var context = document.context(of: entry, .citation)
      context.position = .subsequent
      return Renderer.render(document.style.citation.layout, document.prepared, context).nameLists
    }
    // Names behind et al. do not make others ambiguous, and are ready for the day that they are shown.
    var persons = Persons()
    var allPersons = Persons()
    for lists in lists {
      for list in lists {
        for (place, name) in list.names.enumerated() where place == 0 || !isPrimaryOnly {
          allPersons.add(name, list)
          if place < list.shown { persons.add(name, list) }
        }
      }
    }
    for (entry, lists) in lists.enumerated() {
      for (index, list) in lists.enumerated() {
        for (place, name) in list.names.enumerated() where place == 0 || !isPrimaryOnly {
          let known = place < list.shown ? persons : allPersons
          let level = known.level(of: name, list, mayShowFull: mayShowFull)
          guard level != .asStyled || document.entries[entry].hints.given[index] != nil else { continue }
          document.entries[entry].hints.given[index, default: [:]][place] = level
        }
      }
    }
  }

  /// Who shares which form of a name.
  private struct Persons {
    private var byForm: [NameHints.Given: [String: Set<String>]] = [.asStyled: [:], .initials: [:]]

    mutating func add(_ name: Name, _ list: Renderer.NameList) {
      let full = list.text(of: name, .full)
      byForm[.asStyled]?[list.text(of: name, .asStyled), default: []].insert(full)
      byForm[.initials]?[list.text(of: name, .initials), default: []].insert(full)
    }

    func level(of name: Name, _ list: Renderer.NameList, mayShowFull: Bool) -> NameHints.Given {
      let plain = list.text(of: name, .asStyled)
      guard count(.asStyled, plain) > 1 else { return .asStyled }
      let initials = list.text(of: name, .initials)
      if count(.initials, initials) == 1 { return .initials }
      if mayShowFull { return .full }
      return initials == plain || count(.initials, initials) == count(.asStyled, plain) ? .asStyled : .initials
    }

    private func count(_ form: NameHints.Given, _ text: String) -> Int { byForm[form]?[text]?.count ?? 0 }
  }
}
