import IbidModel
import IbidText

/// Makes an item of the labelled tokens and the identifiers of a reference.
struct ItemAssembly {
  let text: ReferenceText
  private(set) var parsed: ParsedReference
  private var spans: [LabelledSpan]
  /// Where the labelled fields that are set end.
  private var lastEnd = 0
  /// What the asides say of the kind of work.
  private var statedType: ItemType?

  /// - Parameter share: how likely the reading is among all that there are.
  init(_ text: ReferenceText, _ reading: Reading, share: Float) {
    self.init(
      text, labels: reading.labels, confidences: reading.confidences, traits: ReadingTraits(text, reading, share: share)
    )
  }

  init(
    _ text: ReferenceText, labels: [Label], confidences: [Float] = [], traits: ReadingTraits = ReadingTraits()
  ) {
    self.text = text
    parsed = ParsedReference(item: Item(type: .document), confidence: 1)
    spans = LabelledSpan.spans(of: labels, confidences: confidences)
    if let label = text.listLabel { parsed.fields.append(.init(variable: nil, range: label, confidence: 1)) }
    for identifier in text.identifiers { set(identifier) }
    for span in spans { set(span) }
    for aside in text.asides { set(aside) }
    if statedType == .book { setImprint() }
    settlePublisher()
    setEdition(labels)
    setNumberOfPages(labels)
    parsed.item.type = TypeOfWork.type(
      of: parsed.item, stated: statedType, hasURL: text.identifiers.contains { $0.kind == .url })
    leaveOutPlace()
    parsed.confidence = ReferenceConfidence.of(parsed.item, tokens: confidences, traits)
    parsed.setRemainder(of: text.range)
  }

  private mutating func set(_ identifier: IdentifierSpan) {
    var variable: Variable?
    switch identifier.kind {
    case .doi: variable = set(.DOI, Identifier(.doi, identifier.value)?.value)
    case .pmid: variable = set(.PMID, Identifier(.pmid, identifier.value)?.value)
    case .pmcid: variable = set(.PMCID, Identifier(.pmcid, identifier.value)?.value)
    case .isbn: variable = set(.ISBN, identifier.value)
    case .issn: variable = set(.ISSN, identifier.value)
    case .url: variable = set(.URL, identifier.value)
    case .arxiv: setCustom("arXiv", Identifier(.arxiv, identifier.value)?.value ?? identifier.value)
    case .site(let name): setCustom(name, identifier.value)
    }
    parsed.fields.append(.init(variable: variable, range: identifier.range, confidence: 1))
  }

  /// Sets a variable unless an earlier identifier of the kind has done so; that one counts.
  private mutating func set(_ variable: Variable, _ value: String?) -> Variable? {
    guard let value, parsed.item[variable] == nil else { return nil }
    parsed.item[variable] = value
    return variable
  }

  private mutating func setCustom(_ name: String, _ value: String) {
    if parsed.item[custom: name] == nil { parsed.item[custom: name] = .string(value) }
  }

  private mutating func set(_ aside: Aside) {
    var variable: Variable?
    switch aside.meaning {
    case .accessed(let date):
      parsed.item[date: .accessed] = date
      variable = .accessed
    case .appeared(let year, let month, let day):
      var issued = parsed.item[date: .issued] ?? year.map { CSLDate($0) }
      guard issued?.start?.month == nil, let known = issued?.start?.year, year == nil || year == known else { return }
      issued?.start?.month = month
      issued?.start?.day = day
      parsed.item[date: .issued] = issued
      return
    case .type(let type, let genre):
      statedType = type
      guard let genre, parsed.item[.genre] == nil, type != .webpage else { return }
      parsed.item[.genre] = genre.prefix(1).uppercased() + genre.dropFirst()
      variable = .genre
    case .version(let version): variable = set(.version, version)
    case .number(let number, let type):
      statedType = type
      variable = set(.number, number)
    case .names(let role, let names):
      parsed.item[names: role] += names
      if role == .director { statedType = .motionPicture }
      variable = role
    case .role(let role, let type):
      statedType = type
      if role != .author, parsed.item[names: role].isEmpty {
        parsed.item[names: role] = parsed.item[names: .author]
        parsed.item[names: .author] = []
      }
      return
    case .nothing: return
    }
    parsed.fields.append(.init(variable: variable, range: aside.range, confidence: 1))
  }

  /// The stretch of tokens without what stands behind an aside: that is another field.
  private func unbroken(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    guard !text.asides.isEmpty, let first = tokens.first, let last = tokens.last,
      let aside = text.asides.first(where: { $0.range.lowerBound > first.start && $0.range.upperBound <= last.start })
    else { return tokens }
    return tokens.prefix { $0.start < aside.range.lowerBound }
  }

  private mutating func set(_ span: LabelledSpan) {
    // A full stop that ended the field before is not this one's.
    let whole = text.tokens[FieldEnds.whole(span, text)].drop { $0.start < lastEnd }
    let tokens = unbroken(whole)
    if tokens.count < whole.count {
      set(span.label, tokens, span.confidence)
      let rest = whole[tokens.endIndex...].drop { $0.kind == .mark }
      // «Title[M]//Book»
      let label = span.label == .title && !spans.contains { $0.label == .container } ? .container : span.label
      return set(label, rest, span.confidence)
    }
    set(span.label, tokens, span.confidence)
  }

  private mutating func set(_ label: Label, _ tokens: ArraySlice<Token>, _ confidence: Double) {
    guard let first = tokens.first, let last = tokens.last else { return }
    let range = first.start..<last.end
    guard let variable = value(of: label, tokens, range) else { return }
    parsed.fields.append(.init(variable: variable, range: range, confidence: confidence))
    lastEnd = range.upperBound
  }

  /// Puts the value of a span into the item; nil where the item has the field already or the span says nothing.
  private mutating func value(of label: Label, _ tokens: ArraySlice<Token>, _ range: Range<Int>) -> Variable? {
    switch label {
    case .other: return nil
    case .author:
      // Names behind the title are those of the book around.
      let isBehindTitle = parsed.item[.title] != nil && !parsed.item[names: .author].isEmpty
      return setNames(isBehindTitle ? .editor : .author, tokens)
    case .editor: return setNames(.editor, tokens)
    case .title: return setTitle(range)
    case .container: return setContainer(range)
    case .collection: return setText(.collectionTitle, range)
    case .publisher: return setText(.publisher, range)
    case .place: return setText(.publisherPlace, range)
    case .edition: return setText(.edition, range)
    case .genre: return setText(.genre, range)
    case .note: return setText(.note, range)
    case .volume:
      // «(Series, Bd. 9)»
      if let series = parsed.fields.last, series.variable == .collectionTitle,
        range.lowerBound - series.range.upperBound < 12
      {
        return setNumber(.collectionNumber, tokens)
      }
      return setNumber(.volume, tokens)
    case .issue: return setNumber(.issue, tokens)
    case .page:
      guard parsed.item[.page] == nil, let pages = PagesField.pages(text.bytes, tokens) else { return nil }
      parsed.item[.page] = pages
      return .page
    case .date: return setDate(.issued, tokens, range)
    case .accessed: return setDate(.accessed, tokens, range)
    }
  }

  private mutating func setText(_ variable: Variable, _ range: Range<Int>) -> Variable? {
    let value = FieldText.cleaned(text.bytes, range)
    guard !value.isEmpty, parsed.item[variable] == nil else { return nil }
    parsed.item[variable] = value
    return variable
  }

  /// The name of a journal keeps the stop of its last word's abbreviation.
  private mutating func setContainer(_ range: Range<Int>) -> Variable? {
    let variable = setText(.containerTitle, range)
    if variable != nil, let name = parsed.item[.containerTitle], text.bytes[range.upperBound - 1] == UInt8(ascii: "."),
      name.utf8.contains(UInt8(ascii: "."))
    {
      parsed.item[.containerTitle] = name + "."
    }
    return variable
  }

  /// A second stretch of a title that only marks part from the first belongs to it.
  private mutating func setTitle(_ range: Range<Int>) -> Variable? {
    if let index = parsed.fields.firstIndex(where: { $0.variable == .title }) {
      let earlier = parsed.fields[index].range
      guard earlier.upperBound <= range.lowerBound, range.lowerBound - earlier.upperBound <= 3,
        !parsed.fields.contains(where: { (earlier.upperBound..<range.lowerBound).overlaps($0.range) })
      else { return nil }
      let whole = earlier.lowerBound..<range.upperBound
      parsed.item[.title] = FieldText.cleaned(text.bytes, whole)
      parsed.fields[index].range = whole
      return nil
    }
    return setText(.title, range)
  }

  /// «Title[M]. Place: Publisher, 1980»: what a sign calls a book stands in none.
  private mutating func setImprint() {
    guard parsed.item[.publisher] == nil, let container = parsed.item[.containerTitle],
      let index = parsed.fields.firstIndex(where: { $0.variable == .containerTitle }),
      let before = text.tokens.last(where: { $0.end <= parsed.fields[index].range.lowerBound }),
      text.bytes[before.start] != UInt8(ascii: "/")
    else { return }
    let parts = container.split(separator: ":", maxSplits: 1).map { String($0).trimmedASCII }
    guard let publisher = parts.last else { return }
    parsed.item[.containerTitle] = nil
    parsed.item[.publisher] = publisher
    if parts.count > 1, parsed.item[.publisherPlace] == nil { parsed.item[.publisherPlace] = parts[0] }
    parsed.fields[index].variable = .publisher
  }

  /// What stands alone where place and publisher stand is the publisher of a film or a data set, and the newspaper of
  /// what has a day.
  private mutating func settlePublisher() {
    guard let name = parsed.item[.publisherPlace] ?? parsed.item[.publisher], parsed.item[.containerTitle] == nil,
      parsed.item[.publisher] == nil || parsed.item[.publisherPlace] == nil
    else { return }
    let current: Variable = parsed.item[.publisher] == nil ? .publisherPlace : .publisher
    let variable: Variable
    if parsed.item[date: .issued]?.start?.day != nil, TypeOfWork.namesNewspaper(name) {
      variable = .containerTitle
    } else if current == .publisherPlace,
      statedType.map({ [.motionPicture, .dataset, .software, .broadcast, .thesis].contains($0) }) == true
        || TypeOfWork.namesArchive(name)
    {
      variable = .publisher
    } else {
      return
    }
    parsed.item[current] = nil
    parsed.item[variable] = name
    for index in parsed.fields.indices where parsed.fields[index].variable == current {
      parsed.fields[index].variable = variable
    }
  }

  /// «2nd ed.» that was not labelled.
  private mutating func setEdition(_ labels: [Label]) {
    guard parsed.item[.edition] == nil else { return }
    for index in text.tokens.indices.dropLast() where labels[index] == .other && text.tokens[index].kind == .number {
      guard text.tokens[index].length <= 2, let end = FieldEnds.editionEnd(index, text),
        labels[index..<end].allSatisfy({ $0 == .other })
      else { continue }
      let range = text.tokens[index].start..<text.tokens[end - 2].end
      parsed.item[.edition] = FieldText.cleaned(text.bytes, range)
      parsed.fields.append(.init(variable: .edition, range: range, confidence: 0.9))
      return
    }
  }

  /// «(Oxford: Clarendon, 2003), 41»: the page behind a whole book is a place in it, and none that the book stands on.
  private mutating func leaveOutPlace() {
    guard parsed.item.type == .book, parsed.item[.containerTitle] == nil,
      let index = parsed.fields.firstIndex(where: { $0.variable == .page })
    else { return }
    let start = parsed.fields[index].range.lowerBound
    let behind = text.tokens.prefix { $0.start < start }
    guard let bracket = behind.lastIndex(where: { $0.kind == .mark && text.bytes[$0.start] == UInt8(ascii: ")") }),
      // «), 41», «), p. 41»
      behind[(bracket + 1)...].allSatisfy({ token in
        token.kind == .mark ? [44, 46].contains(text.bytes[token.start]) : token.isWord && token.length <= 2
      })
    else { return }
    parsed.item[.page] = nil
    parsed.fields[index].variable = nil
  }

  /// «2006. 422p.»: how many pages a book has.
  private mutating func setNumberOfPages(_ labels: [Label]) {
    guard parsed.item[.page] == nil, parsed.item[.containerTitle] == nil else { return }
    for index in text.tokens.indices.dropLast() where text.tokens[index].kind == .number {
      guard labels[index] == .other, labels[index + 1] == .other, text.tokens[index].length <= 4,
        text.tokens[index + 1].kind == .lower, ["p", "pp"].contains(PackedWord(text.tokens[index + 1], text.bytes)),
        index + 2 == text.tokens.count || text.tokens[index + 2].kind == .mark
      else { continue }
      let range = text.tokens[index].range
      parsed.item[.numberOfPages] = FieldText.cleaned(text.bytes, range)
      parsed.fields.append(.init(variable: .numberOfPages, range: range, confidence: 0.9))
      return
    }
  }

  private mutating func setNumber(_ variable: Variable, _ tokens: ArraySlice<Token>) -> Variable? {
    guard parsed.item[variable] == nil, let value = NumberField.number(text.bytes, tokens) else { return nil }
    parsed.item[variable] = value
    return variable
  }

  private mutating func setNames(_ variable: Variable, _ tokens: ArraySlice<Token>) -> Variable? {
    var list = NameList(text.bytes, tokens)
    if let body = BodyName.name(text.bytes, tokens) { list.names = [Name(literal: body)] }
    guard !list.names.isEmpty else { return nil }
    parsed.item[names: variable] += list.names
    if list.isTruncated { parsed.item.breakOff(names: variable) }
    return variable
  }

  private mutating func setDate(_ variable: Variable, _ tokens: ArraySlice<Token>, _ range: Range<Int>) -> Variable? {
    guard let date = DateField.date(text.bytes, tokens) else {
      // «12 Apr» apart from its year.
      guard variable == .issued, var issued = parsed.item[date: .issued], issued.start?.month == nil,
        let month = DateField.month(text.bytes, tokens)
      else {
        let literal = FieldText.cleaned(text.bytes, range)
        // «n.d.»
        if variable == .issued, parsed.item[date: .issued] == nil, literal.utf8.count > 3 {
          parsed.item[date: .issued] = CSLDate(literal: literal)
          return variable
        }
        return nil
      }
      issued.start?.month = month
      parsed.item[date: .issued] = issued
      return variable
    }
    guard parsed.item[date: variable]?.start == nil else { return nil }
    parsed.item[date: variable] = date
    return variable
  }
}
