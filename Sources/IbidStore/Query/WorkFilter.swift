internal import IbidModel
internal import IbidText

/// What a search asks of a work beside its words.
package indirect enum WorkFilter: Equatable, Sendable {
  /// A tag; with an asterisk behind it, its beginning.
  case tag(String)
  /// A source's name or its beginning, without regard to case.
  case source(String)
  /// A reviewer's decision; nil asks for works without one.
  case screening(Screening.Outcome?)
  /// A field, by its CSL name, that must be there.
  case has(String)
  /// That the work was retracted.
  case isRetracted
  /// The work's type, by its CSL name or its beginning.
  case type(String)
  /// The work's key, or one that it had before; with an asterisk behind it, its beginning.
  case key(String)
  /// A word or phrase in one of these texts.
  case text(WorkText, SearchQuery.Term)
  /// A word or phrase in what a search looks at.
  case words(SearchQuery.Alternative)
  case not(WorkFilter)
  case any([WorkFilter])
  case all([WorkFilter])

  /// Texts of a work that are searched by name.
  package enum WorkText: String, Sendable, CaseIterable {
    /// A person's notes in the library, and the record's own.
    case note
    /// The publisher and its place, or the school.
    case publisher
  }

  /// The words before a colon that are filters.
  static let names = ["tag", "source", "screening", "has", "is", "type", "key"] + WorkText.allCases.map(\.rawValue)

  /// The filter that a person writes so; nil where the name is none of a filter.
  init?(name: String, value: String) throws(SearchError) {
    guard Self.names.contains(name) else { return nil }
    guard !value.isEmpty else { throw .nothing(name + ":") }
    switch name {
    case "tag": self = .tag(value)
    case "source": self = .source(value.lowercased())
    case "screening":
      guard let decision = Screening.Outcome(rawValue: value.lowercased()) else {
        guard value == "none" else {
          throw .unknownFilter(name: name, value: value, known: Screening.Outcome.allCases.map(\.rawValue) + ["none"])
        }
        self = .screening(nil)
        return
      }
      self = .screening(decision)
    case "has":
      guard Variable(name: value) != nil || ["tag", "note", "tags", "notes"].contains(value) else {
        throw .unknownFilter(
          name: name, value: value, known: ["abstract", "DOI", "PMID", "URL and other CSL fields", "tags", "notes"])
      }
      self = .has(value)
    case "type":
      guard ItemType.allCases.contains(where: { $0.rawValue.hasPrefix(value.lowercased()) }) else {
        throw .unknownFilter(name: name, value: value, known: ItemType.allCases.map(\.rawValue))
      }
      self = .type(value.lowercased())
    case "key": self = .key(value)
    case "note", "publisher":
      guard let text = WorkText(rawValue: name), let term = SearchQuery.Term(value, isPrefix: value.hasSuffix("*"))
      else { throw .nothing("\(name):\(value)") }
      self = .text(text, term)
    default:
      guard value.lowercased() == "retracted" else {
        throw .unknownFilter(name: name, value: value, known: ["retracted"])
      }
      self = .isRetracted
    }
  }

  /// Whether it holds of a work; `sources` are the names of those whose records are of it, in lower case.
  func holds(of work: Work, sources: () -> [String]) -> Bool {
    switch self {
    case .tag(let tag):
      if tag.hasSuffix("*") { return work.tags.contains { $0.lowercased().hasPrefix(tag.dropLast().lowercased()) } }
      return work.tags.contains { $0.lowercased() == tag.lowercased() }
    case .source(let name): return sources().contains { $0.hasPrefix(name) }
    case .screening(let decision): return work.screening?.outcome == decision
    case .has("tag"), .has("tags"): return !work.tags.isEmpty
    case .has("notes"): return !work.notes.isEmpty
    case .has(let name): return Self.has(name, work.item)
    case .isRetracted: return work.item.isRetracted
    case .type(let type): return work.item.type.rawValue.hasPrefix(type)
    case .key(let key):
      let keys = ([work.key] + work.aliases).map { $0.lowercased() }
      return key.hasSuffix("*")
        ? keys.contains { $0.hasPrefix(key.dropLast().lowercased()) } : keys.contains(key.lowercased())
    case .text(let text, let term): return text.texts(of: work).contains { term.occurs(in: $0) }
    case .words(let alternative): return SearchedWork(work).has(alternative)
    case .not(let filter): return !filter.holds(of: work, sources: sources)
    case .any(let filters): return filters.contains { $0.holds(of: work, sources: sources) }
    case .all(let filters): return filters.allSatisfy { $0.holds(of: work, sources: sources) }
    }
  }

  private static func has(_ name: String, _ item: Item) -> Bool {
    guard let variable = Variable(name: name) else { return false }
    return item[variable] != nil || !item[names: variable].isEmpty || item[date: variable] != nil
  }
}

extension WorkFilter.WorkText {
  fileprivate func texts(of work: Work) -> [String] {
    let item = work.item
    return switch self {
    case .note: work.notes + [item[.note], item[.annote]].compactMap(\.self)
    case .publisher: [item[.publisher], item[.publisherPlace]].compactMap(\.self)
    }
  }
}
