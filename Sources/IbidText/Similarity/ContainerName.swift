internal import IbidModel

/// The name of a journal, a book or a meeting as it is compared: in full, abbreviated, by its letters, with what catalogues
/// put behind it.
package struct ContainerName {
  /// The name up to a colon, an equals sign or a bracket.
  package let head: [String]
  /// All names that it holds: also what stands in brackets or behind the signs.
  package let names: [[String]]
  /// The first letters of the words of the head, also of those that are left out elsewhere: `jove`.
  private let initials: String

  /// How far two names are of one thing.
  package enum Agreement: Sendable {
    case same
    /// One goes on where the other ends: `Brain`, `Brain Injury`.
    case perhaps
    case different
  }

  /// A container as a record writes it; nil where it holds no word.
  package init?(_ name: String) {
    let parts = name.lowercased().split { ":=[](){}|;/".contains($0) }
    let named = parts.map { part in SearchKey.words(of: String(part)).filter { !Self.left.contains($0) } }
      .filter { !$0.isEmpty }
    guard let first = named.first else { return nil }
    head = first
    initials = String(SearchKey.words(of: parts.first.map(String.init) ?? "").compactMap(\.first))
    // `Psychiatry Research: Neuroimaging` is `Psychiatry Research - Neuroimaging`.
    names = named.count > 1 ? named + [Array(named.joined())] : named
  }

  /// Whether the container collects theses, each of which is a work of its own.
  package var collectsTheses: Bool {
    head.starts(with: ["dissertation", "abstracts"]) || head.starts(with: ["dissertations", "abstracts"])
      || head.starts(with: ["masters", "abstracts"]) || head.contains("dissertations")
  }

  /// Whether it is a server of preprints.
  package var isPreprintServer: Bool {
    head.contains(where: Self.servers.contains) || head.starts(with: ["research", "square"])
  }

  /// Whether it is the Cochrane library's, where a work is updated under its title.
  package var updatesItsWorks: Bool {
    head.contains("cochrane") && (head.contains("database") || head.contains("library"))
  }

  /// Whether the name says that it is a meeting's.
  package var isMeeting: Bool { head.contains(where: Self.meetings.contains) }

  /// Whether this is the other name with words cut short: «J Pain» of «Journal of Pain», and not «JAMA», which is a name.
  package func abbreviates(_ full: ContainerName) -> Bool {
    guard head.count == full.head.count, head != full.head else { return false }
    return zip(head, full.head).allSatisfy { word, whole in
      whole.hasPrefix(word) || Self.isContraction(word, of: whole)
    }
  }

  /// Compares two containers. Whoever looks for slips of the pen does not forgive them.
  package func agreement(with other: ContainerName, forgivingSlips: Bool = true) -> Agreement {
    let isSame =
      other.names.contains { Self.isSame(head, $0, isHead: $0 == other.head, forgivingSlips) }
      || names.contains { Self.isSame(other.head, $0, isHead: $0 == head, forgivingSlips) }
      || head.count == 1 && head[0] == other.initials || other.head.count == 1 && other.head[0] == initials
    if isSame { return .same }
    let (short, long) = head.count <= other.head.count ? (head, other.head) : (other.head, head)
    if long.starts(with: short) || long.count > short.count && long.suffix(short.count).elementsEqual(short) {
      // `CMAJ Canadian Medical Association Journal`, `Trials Electronic Resource`
      let rest = long.starts(with: short) ? long.dropFirst(short.count) : long.dropLast(short.count)
      return short.count == 1 && Self.isAcronym(short[0], of: Array(rest)) ? .same : .perhaps
    }
    // `Int J Cancer` and what a catalogue puts behind the name in full
    if short.count > 1, Self.isAbbreviation(short, of: Array(long.prefix(short.count)), forgivingSlips) {
      return .perhaps
    }
    // `AJNR Am J Neuroradiol`
    let rest = Array(long.dropFirst())
    if rest.count > 1, Self.isInitials(long[0], of: rest + short),
      Self.isAbbreviation(short, of: rest, forgivingSlips) || Self.isAbbreviation(rest, of: short, forgivingSlips)
    {
      return .same
    }
    return .different
  }

  private static func isSame(_ name: [String], _ other: [String], isHead: Bool, _ forgivingSlips: Bool) -> Bool {
    // One word behind a colon is not enough to be a journal's name.
    guard isHead || other.count > 1 || name == other && name[0].utf8.count < 7 else { return false }
    if name == other || name.joined() == other.joined() { return true }
    if isAbbreviation(name, of: other, forgivingSlips) || isAbbreviation(other, of: name, forgivingSlips) {
      return true
    }
    return name.count == 1 && isAcronym(name[0], of: other) || other.count == 1 && isAcronym(other[0], of: name)
  }

  /// Whether each word of `name` begins, or contracts, the word of `full` in its place.
  private static func isAbbreviation(_ name: [String], of full: [String], _ forgivingSlips: Bool) -> Bool {
    // `Proc Natl Acad Sci U S A` has lost its last word as an article.
    guard name.count == full.count || name.count > 3 && name.count + 1 == full.count else { return false }
    return zip(name, full).allSatisfy { word, whole in
      word == whole || whole.hasPrefix(word) || word.hasPrefix(whole) || isContraction(word, of: whole)
        || isContraction(whole, of: word) || forgivingSlips && WordSpelling.isSame(word, whole)
    }
  }

  /// «Natl» for «national», «Dtsch» for «Deutsche»: the first letter, and others in their order.
  private static func isContraction(_ word: String, of full: String) -> Bool {
    guard word.utf8.count > 2, word.utf8.count < full.utf8.count, word.utf8.first == full.utf8.first else {
      return false
    }
    var letters = full.utf8[...]
    for letter in word.utf8 {
      guard let place = letters.firstIndex(of: letter) else { return false }
      letters = letters[letters.index(after: place)...]
    }
    return true
  }

  /// Whether a short word is made of letters of the words, in their order, from the first on.
  private static func isInitials(_ word: String, of name: [String]) -> Bool {
    guard (2...6).contains(word.utf8.count), let first = name.first, word.utf8.first == first.utf8.first else {
      return false
    }
    var letters = name.joined().utf8[...]
    for letter in word.utf8 {
      guard let place = letters.firstIndex(of: letter) else { return false }
      letters = letters[letters.index(after: place)...]
    }
    return true
  }

  /// Whether the letters of a short word begin the words.
  private static func isAcronym(_ word: String, of name: [String]) -> Bool {
    (2...8).contains(word.utf8.count)
      && (word.utf8.count == name.count || word.utf8.count > 3 && word.utf8.count < name.count)
      && zip(word.utf8, name).allSatisfy { $0 == $1.utf8.first }
  }

  private static let left: Set<String> = [
    "the", "of", "and", "for", "in", "on", "de", "la", "le", "les", "des", "du", "der", "die", "das", "und", "et", "y",
    "e", "i", "a", "an", "fur", "fuer", "to", "el", "del", "di", "della", "da", "do", "voor", "en", "och", "og",
    "electronic", "resource", "online", "print",
  ]

  private static let servers: Set<String> = [
    "biorxiv", "medrxiv", "arxiv", "ssrn", "preprints", "psyarxiv", "chemrxiv", "osf", "preprint", "socarxiv",
    "techrxiv",
    "authorea",
  ]

  private static let meetings: Set<String> = [
    "proceedings", "conference", "congress", "meeting", "symposium", "abstracts", "workshop",
  ]
}
