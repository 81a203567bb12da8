import FoundationEssentials
import IbidCSL
import IbidModel
import IbidNotes
import IbidText

/// Works rendered by Ibid's own CSL engine: a style that can be printed is a style that can be read.
struct RenderedStyles {
  private let processors: [(name: String, byLocale: [String: Processor], locale: String?)]

  /// Languages that a style without one of its own is rendered in, English more often than the others.
  private static let locales = ["en-US", "en-US", "en-US", "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "pt-BR"]

  /// One of four of a folder's styles: the others are left to measure on.
  ///
  /// - Parameter skipped: names of files, without their ending, that are left out as well.
  init(folder: String, skipping skipped: Set<String>) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .filter { $0.hasSuffix(".csl") }.map { String($0.dropLast(4)) }
    processors = try names.filter { Self.isTrained($0) && !skipped.contains($0) }.compactMap { name in
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name + ".csl")))
      guard let style = try? Style.parse(bytes) else { return nil }
      let locales = style.defaultLocale.map { [$0] } ?? Self.locales
      let pairs = Set(locales).map { ($0, Processor(style: style, locale: $0)) }
      return (name, Dictionary(uniqueKeysWithValues: pairs), style.defaultLocale)
    }
  }

  var count: Int { processors.count }

  /// Whether a style is among those that are trained on, by its name.
  static func isTrained(_ name: String) -> Bool {
    name.stableHash >> 8 & 3 == 0
  }

  /// The work in one of the styles; nil where the style leaves out what tells works apart, or its fields cannot be
  /// found again.
  func example(_ work: KnownWork, _ random: inout Random) -> Example? {
    guard !processors.isEmpty, !Self.isAmbiguous(work) else { return nil }
    let style = random.one(of: processors)
    let locale = style.locale ?? (work.isGerman ? "de-DE" : random.one(of: Self.locales))
    let people = Self.spelledOut(work, &random)
    let item = Self.item(people, &random)
    guard let processor = style.byLocale[locale], let entry = processor.process(items: [item]).bibliography.first
    else { return nil }
    let string = Self.numbered(entry.text, &random)
    guard string.utf8.count > 20 else { return nil }
    return FieldAlignment.example(string, Self.fields(people), mayLack: true)?
      .from(Origin(work: work.title.lowercased(), list: style.name + " " + locale, isStyled: true))
  }

  /// Whether two of the numbers are the same, or one is none: they could not be told apart in the text.
  private static func isAmbiguous(_ work: KnownWork) -> Bool {
    guard (work.volume + work.issue).utf8.allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter }) else { return true }
    var seen: Set<Substring> = []
    let numbers = [work.volume[...], work.issue[...], work.year[...]] + work.page.split(separator: "-")
    return numbers.contains { !$0.isEmpty && !seen.insert($0).inserted }
  }

  /// Now and then given names in place of initials.
  private static func spelledOut(_ work: KnownWork, _ random: inout Random) -> KnownWork {
    guard random.once(in: 3) else { return work }
    var work = work
    func spell(_ people: inout [KnownWork.Person]) {
      for index in people.indices where !people[index].isBody {
        let parts = people[index].given.split { " .".contains($0) }
        guard let first = parts.first, first.count <= 3, let initial = first.first else { continue }
        let rest = (first.dropFirst().map { "\($0)." } + parts.dropFirst().map { "\($0.prefix(1))." })
        people[index].given = ([StyledNames.name(for: initial, &random)] + rest).joined(separator: " ")
      }
    }
    spell(&work.authors)
    spell(&work.editors)
    return work
  }

  private static func item(_ work: KnownWork, _ random: inout Random) -> Item {
    var item = Item(id: "k", type: type(of: work.kind, &random))
    func set(_ variable: Variable, _ text: String) { if !text.isEmpty { item[variable] = text } }
    item[names: .author] = work.authors.map(name)
    item[names: .editor] = work.editors.map(name)
    set(.title, work.title)
    set(work.kind == .paper ? .collectionTitle : .containerTitle, work.container)
    set(work.kind == .paper ? .number : .volume, work.volume)
    set(.issue, work.issue)
    set(.page, work.page)
    set(.publisher, work.publisher)
    set(.publisherPlace, work.place)
    set(.edition, work.edition)
    if random.once(in: 2) { set(.DOI, work.doi) }
    set(.URL, work.url)
    if work.kind == .thesis { set(.genre, random.one(of: ["PhD thesis", "Doctoral dissertation", "Dissertation"])) }
    if !work.url.isEmpty { item[date: .accessed] = CSLDate(2015, 5, 12) }
    if let year = Int(work.year) {
      let month = work.kind == .article && random.once(in: 3) ? Int.random(in: 1...12, using: &random) : nil
      item[date: .issued] = CSLDate(year, month, month != nil && random.once(in: 3) ? 15 : nil)
    } else {
      item[date: .issued] = CSLDate(literal: work.year)
    }
    return item
  }

  private static func type(of kind: KnownWork.Kind, _ random: inout Random) -> ItemType {
    switch kind {
    case .article: .articleJournal
    case .book: .book
    case .chapter: random.once(in: 4) ? .paperConference : .chapter
    case .paper: .report
    case .thesis: .thesis
    case .page: .webpage
    }
  }

  private static func name(_ person: KnownWork.Person) -> Name {
    person.isBody ? Name(literal: person.family) : Name(family: person.family, given: person.given)
  }

  /// What `FieldAlignment` looks for.
  private static func fields(_ work: KnownWork) -> JSONValue {
    var members: [JSONMember] = []
    func add(_ name: String, _ text: String) { if !text.isEmpty { members.append(JSONMember(name, .string(text))) } }
    func add(_ name: String, _ people: [KnownWork.Person]) {
      guard !people.isEmpty else { return }
      let names = people.map { person in
        JSONValue.object([
          JSONMember(person.isBody ? "literal" : "family", .string(person.family)),
          JSONMember("given", .string(person.given)),
        ])
      }
      members.append(JSONMember(name, .array(names)))
    }
    add("author", work.authors)
    add("editor", work.editors)
    add("title", work.title)
    add("container-title", work.container)
    add("year", work.year)
    add("volume", work.volume)
    add("issue", work.issue)
    add("page", work.page)
    add("publisher", work.publisher)
    add("publisher-place", work.place)
    add("edition", work.edition)
    return .object(members)
  }

  /// The only entry of a list is number 1; any other number does.
  private static func numbered(_ text: String, _ random: inout Random) -> String {
    guard let one = text.firstIndex(of: "1"), text[..<one].allSatisfy({ "[(".contains($0) }) else { return text }
    let rest = text[text.index(after: one)...]
    guard let next = rest.first, !next.isLetter, !next.isNumber else { return text }
    return text[..<one] + String(Int.random(in: 1...220, using: &random)) + rest
  }
}
