internal import IbidModel
internal import IbidText

/// What a search asks of a work beside its words.
package indirect enum WorkFilter: Equatable, Sendable {
  /// A tag; with an asterisk behind it, its beginning.
  case tag(String)
  /// A source's name or its beginning, without regard to case.
  case source(String)
  /// A reviewer's decision; nil asks for works without one.
  case screening(Screening.Decision?)
  /// A field, by its CSL name, that must be there.
  case has(String)
  /// That the work was retracted.
  case isRetracted
  case not(WorkFilter)

  /// The words before a colon that are filters.
  static let names = ["tag", "source", "screening", "has", "is"]

  /// The filter that a person writes so; nil where the name is none of a filter.
  init?(name: String, value: String) throws(SearchError) {
    guard Self.names.contains(name), !value.isEmpty else { return nil }
    switch name {
    case "tag": self = .tag(value)
    case "source": self = .source(value.lowercased())
    case "screening":
      guard let decision = Screening.Decision(rawValue: value.lowercased()) else {
        guard value == "none" else {
          throw .unknownFilter(name: name, value: value, known: Screening.Decision.allCases.map(\.rawValue) + ["none"])
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
    case .screening(let decision): return work.screening?.decision == decision
    case .has("tag"), .has("tags"): return !work.tags.isEmpty
    case .has("notes"): return !work.notes.isEmpty
    case .has(let name): return Self.has(name, work.item)
    case .isRetracted: return (work.item.pubmed.map { PubMedReading($0).isRetracted } ?? false)
    case .not(let filter): return !filter.holds(of: work, sources: sources)
    }
  }

  private static func has(_ name: String, _ item: Item) -> Bool {
    guard let variable = Variable(name: name) else { return false }
    return item[variable] != nil || !item[names: variable].isEmpty || item[date: variable] != nil
  }
}
