package import IbidModel
import IbidText

/// What an article says of itself: the item by which others cite it.
package struct SelfDescription: Sendable {
  /// The item, as far as it is known.
  package var item: Item
  /// When it was last changed, where that is another time than that of its publication.
  var updated: CSLDate?
  /// The line that is the title of an article which has none and says something else of itself.
  var firstLine: String?
  /// Whether the type was said, and not only guessed.
  var hasType = false

  /// Nothing but the type that such an article has where it does not say another.
  init(type: ItemType) { item = Item(type: type) }

  /// The item of the article in `bytes`.
  ///
  /// - Throws: `ArticleError` as ``ArticleReaders/read(_:path:format:files:)`` does.
  package static func item(
    of bytes: [UInt8], path: String, format: String? = nil, files: @escaping ArticleFiles = { _ in nil }
  ) throws(ArticleError) -> Item {
    let (read, own) = try ArticleReaders.readWithDescription(bytes, path: path, format: format, files: files)
    var description = own
    description.fill(from: SelfDescription(textOf: read.article))
    return description.finished
  }

  /// The item of an article that has been read, from its text and these bytes of its file.
  package static func item(of article: Article, in bytes: [UInt8]) -> Item {
    let reader = ArticleReaders.all.first { $0.format.name == article.format }
    var description = reader?.description(bytes) ?? SelfDescription(type: .manuscript)
    description.fill(from: SelfDescription(textOf: article))
    return description.finished
  }

  /// Takes what is not known from another description.
  mutating func fill(from other: SelfDescription) {
    if !hasType, other.hasType { (item.type, hasType) = (other.item.type, true) }
    for field in other.item.texts where item[field.variable] == nil {
      item.set(field.variable, richText: other.item.richTexts[field.variable] ?? field.value)
    }
    for field in other.item.dates where item[date: field.variable] == nil { item[date: field.variable] = field.value }
    for field in other.item.nameLists where item[names: field.variable].isEmpty {
      item[names: field.variable] = field.value
    }
    updated = updated ?? other.updated
    firstLine = firstLine ?? other.firstLine
  }

  /// The item, and what CSL has no variable for: the last change, as a date in `custom` and as a note.
  private var finished: Item {
    var item = item
    if item[.title] == nil, !item.nameLists.isEmpty || !item.dates.isEmpty || item[.URL] != nil {
      item[.title] = firstLine
    }
    if item.type == .webpage, item[.URL] == nil, item[.containerTitle] == nil { item.type = .manuscript }
    if let updated, let last = updated.start, item[date: .issued]?.start.map({ $0 < last }) ?? true {
      if item[date: .issued] == nil {
        item[date: .issued] = updated
      } else {
        item[custom: "updated"] = updated.cslJSON
        if item[.note] == nil { item[.note] = "Last updated " + Self.words(last) }
      }
    }
    return item
  }

  /// `2023`, `May 2023`, `4 May 2023`
  private static func words(_ date: CSLDate.Parts) -> String {
    guard let month = date.month, (1...12).contains(month) else { return String(date.year) }
    let name = Month.english[month - 1]
    let day = date.day.map { "\($0) " } ?? ""
    return day + name.prefix(1).uppercased() + name.dropFirst() + " \(date.year)"
  }
}

extension SelfDescription {
  /// Sets a text where it is not known; entities are resolved, and white space runs made one blank.
  mutating func set(_ variable: Variable, _ text: String?) {
    guard item[variable] == nil, let text = text.map(MetadataText.line), !text.isEmpty else { return }
    item.set(variable, richText: text)
  }

  /// Sets an identifier where it is not known and the text is one.
  mutating func set(_ variable: Variable, _ kind: Identifier.Kind, _ text: String?) {
    guard item[variable] == nil, let text, let identifier = Identifier(kind, MetadataText.line(text)) else { return }
    item[variable] = identifier.value
  }

  /// Sets a date where it is not known and the text is one.
  mutating func set(date variable: Variable, _ text: String?) {
    guard item[date: variable] == nil, let text, let date = RawDate.parsed(MetadataText.line(text)) else { return }
    item[date: variable] = date
  }

  /// Adds a person or body, or several with «and» between, to a list; an address is no name.
  mutating func add(_ name: String?, to variable: Variable = .author) {
    guard let text = name.map(MetadataText.line), !text.isEmpty, !text.contains("://"), text.utf8.count < 200 else {
      return
    }
    let names = [" and ", " & ", " und "].contains { text.contains($0) } ? NameList(text).names : []
    if names.count > 1, names.allSatisfy({ $0.family != nil && $0.given != nil }) {
      item[names: variable] += names.filter { !item[names: variable].contains($0) }
      return
    }
    guard let name = WrittenName.name(text), !item[names: variable].contains(name)
    else { return }
    item[names: variable].append(name)
  }

  /// Adds the authors of a line as people write it: `Ann Lee`, `Ann Lee, Bo Kim and Cy Orr`, `Lee, Ann; Kim, Bo`. An
  /// address in angle brackets behind a name goes.
  mutating func add(people text: String) {
    for part in text.split(separator: ";") {
      let written = MetadataText.line(Self.withoutAddresses(String(part)))
      let names = NameList(written).names
      if names.count > 1, names.allSatisfy({ $0.family != nil && $0.given != nil }) {
        item[names: .author] += names.filter { !item[names: .author].contains($0) }
      } else {
        add(written)
      }
    }
  }

  private static func withoutAddresses(_ text: String) -> String {
    text.split(separator: "<").enumerated().map { number, piece in
      number == 0 ? String(piece) : String(piece.drop { $0 != ">" }.dropFirst())
    }.joined()
  }
}
