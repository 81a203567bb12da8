import IbidModel
internal import IbidText

/// Tells from the values alone whether an entry says all that its item says, as reading it again would.
///
/// Each rule turns one of the reader's round: which variable it makes of a field, and what of its value. A value of plain
/// letters is read as it is; any other is read here, by the reader's own function. Where several fields hang together in
/// another way than is said here, the answer is no.
extension BibTeXRecord {
  /// Whether the reader is known to find in the entry all that the item says, its key apart. False where only reading
  /// it tells.
  var carriesItem: Bool {
    guard item.other.isEmpty, item.pubmed == nil, warnings.isEmpty, keepsType else { return false }
    return item.texts.allSatisfy { carries($0.variable, $0.value) }
      && item.dates.allSatisfy { carries($0.variable, $0.value) }
      && item.nameLists.allSatisfy { field in
        Self.roles.contains { $0.0 == field.variable } && field.value.allSatisfy(BibTeXNameText.carries)
      }
      && item.custom.allSatisfy(carries)
  }

  /// Whether the reader takes the entry's type for the item's, and nothing else in it for a hint.
  private var keepsType: Bool {
    guard BibTeXTypes.type(of: type) == item.type else { return false }
    guard type == "misc" else { return true }
    return item[.genre] != "Preprint" && (item[.URL] == nil || item[date: .accessed] == nil || item[.publisher] != nil)
  }

  // MARK: Texts

  private func carries(_ variable: Variable, _ text: String) -> Bool {
    switch variable {
    case .title, .titleShort, .collectionTitle, .originalTitle: carriesText(variable, text, isTitle: true)
    case .containerTitle: carriesContainer(text)
    case .containerTitleShort, .volume, .numberOfVolumes, .partNumber, .edition, .chapterNumber, .version, .eventTitle,
      .eventPlace, .publisherPlace, .originalPublisher, .originalPublisherPlace, .abstract, .annote, .numberOfPages,
      .ISSN, .ISBN:
      carriesText(variable, text)
    case .publisher: carriesPublisher(text)
    case .issue, .number, .collectionNumber: carriesNumber(variable, text)
    case .genre: carriesGenre(text)
    case .note: carriesNote(text)
    default: item.richTexts[variable] == nil && carriesPlain(variable, text)
    }
  }

  /// Whether a variable that the reader gives no markup is read as this text.
  private func carriesPlain(_ variable: Variable, _ text: String) -> Bool {
    switch variable {
    case .page: carriesPages(text)
    case .DOI: text.utf8.first == UInt8(ascii: "1") && Self.isVerbatim(text)
    case .URL: Self.isVerbatim(text)
    case .keyword: Self.carriesKeywords(text)
    case .language: carriesLanguage(text)
    case .PMID: text.utf8.count < 9 && text.utf8.first != UInt8(ascii: "0") && text.utf8.allSatisfy(\.isASCIIDigit)
    default: false
    }
  }

  /// Whether the variable has a field whose value is read as its text and markup.
  private func carriesText(_ variable: Variable, _ text: String, isTitle: Bool = false) -> Bool {
    guard let name = field(for: variable) else { return false }
    let rich = item.richTexts[variable]
    if rich == nil, LaTeXEncoder.isReadAsWritten(text) { return true }
    guard let value = fields.first(where: { $0.name == name })?.value, value.isBraced else { return false }
    var read = BibTeXValue.rich(Array(value.text.utf8)[...], isTitle: isTitle)
    if isTitle, let marked = read.rich {
      let language = variable == .title || variable == .titleShort ? item[.language] : nil
      read.rich = TitleProtection.withoutImplied(marked, plain: read.plain, language: language)
    }
    return read.plain == text && read.rich == rich
  }

  private func carriesContainer(_ text: String) -> Bool {
    switch field(for: .containerTitle) {
    case "journal", "journaltitle": text.utf8.first != UInt8(ascii: "\\") && carriesText(.containerTitle, text)
    case "booktitle": carriesText(.containerTitle, text, isTitle: true)
    default: false
    }
  }

  private func carriesPublisher(_ text: String) -> Bool {
    switch field(for: .publisher) {
    case "publisher", "institution", "school", "organization": carriesText(.publisher, text)
    case "howpublished": item[.containerTitle] == nil && !text.hasPrefix("http") && carriesText(.publisher, text)
    default: false
    }
  }

  /// One field holds three kinds of numbers; which one the reader makes of it lies in the kind of work, and in whether it
  /// stands in a series.
  private func carriesNumber(_ variable: Variable, _ text: String) -> Bool {
    if type == "article", variable == .number {
      return item[.page] != nil && item[.page] != text && carriesText(variable, text)
    }
    let others = [Variable.issue, .number, .collectionNumber].filter { $0 != variable && item[$0] != nil }
    guard others.allSatisfy({ type == "article" && $0 == .number }) else { return false }
    return variable == BibTeXAssembly.variableOfNumber(of: item.type, isInSeries: item[.collectionTitle] != nil)
      && carriesText(variable, text)
  }

  /// One number, or two with a hyphen between.
  private func carriesPages(_ text: String) -> Bool {
    guard field(for: .page) != nil else { return false }
    if let ends = PageRange.plainEnds(of: text) { return ends.first != ends.last }
    return !text.isEmpty && text.utf8.allSatisfy(\.isASCIIDigit)
  }

  private func carriesGenre(_ text: String) -> Bool {
    switch fields.first(where: { $0.name == "type" })?.value.text {
    case nil:
      (type == "phdthesis" || type == "mastersthesis") && BibTeXTypes.genres[type] == text
        && item.richTexts[.genre] == nil
    case let value?:
      BibTeXTypes.genres[value].map { $0 == text && item.richTexts[.genre] == nil } ?? carriesText(.genre, text)
    }
  }

  private static func isVerbatim(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { byte in byte > 0x20 && !"{}\\%\"$".utf8.contains(byte) }
  }

  /// Keywords of plain letters with `; ` between.
  private static func carriesKeywords(_ text: String) -> Bool {
    guard LaTeXEncoder.isReadAsWritten(text), !text.utf8.contains(UInt8(ascii: ",")) else { return false }
    var before = UInt8(ascii: ";")
    var isBehindSemicolon = false
    for byte in text.utf8 {
      if isBehindSemicolon != (byte == 0x20 && before == UInt8(ascii: ";")) { return false }
      if byte == UInt8(ascii: ";"), before == 0x20 || before == UInt8(ascii: ";") { return false }
      isBehindSemicolon = byte == UInt8(ascii: ";")
      before = byte
    }
    return !isBehindSemicolon
  }

  /// The reader takes a PMCID out of a note's end.
  private func carriesNote(_ text: String) -> Bool {
    item[.PMCID] == nil && !text.contains("PMCID: ") && carriesText(.note, text)
  }

  private func carriesLanguage(_ text: String) -> Bool {
    let written = dialect == .biblatex ? BibTeXLanguage.name(of: text) ?? "" : text
    return LaTeXEncoder.isReadAsWritten(written) && BibTeXLanguage.code(of: written) ?? written == text
  }

  // MARK: Dates

  /// Days, months and years that there are.
  private func carries(_ variable: Variable, _ date: CSLDate) -> Bool {
    guard [.issued, .accessed, .eventDate, .originalDate].contains(variable), let start = date.start, date.end == nil,
      !date.isCirca, date.literal == nil, date.other.isEmpty, start.season == nil
    else { return false }
    return (1000...9999).contains(start.year) && (start.month != nil || start.day == nil)
      && BibTeXDates.validated(date) == date
  }

  // MARK: Others

  private func carries(_ member: JSONMember) -> Bool {
    switch member.name {
    case BibTeXCustom.name: carriesFields(member.value.members)
    case Item.etAlName:
      member.value == .array(brokenOff) && !brokenOff.isEmpty
    default: false
    }
  }

  /// The lists of names that the reader finds broken off, in its order.
  private var brokenOff: [JSONValue] {
    Self.roles.filter { item.isBrokenOff(names: $0.0) }.map { .string($0.0.name) }
  }

  /// Fields that mean nothing to the reader are kept as they are, in their order, behind the entry's type.
  private func carriesFields(_ members: [JSONMember]) -> Bool {
    guard !members.isEmpty, members.count < 40 else { return false }
    for (number, member) in members.enumerated() {
      guard let text = member.value.text, case .string = member.value else { return false }
      if member.name == BibTeXCustom.entryType {
        guard number == 0, keepsEntryType(text) else { return false }
        continue
      }
      guard Self.isFieldName(member.name), !member.name.utf8.contains(where: Self.isCapital),
        BibTeXFieldName.named(member.name) == nil, !["crossref", "xdata", "ids"].contains(member.name),
        !members[..<number].contains(where: { $0.name == member.name }), Self.isKeptAsWritten(text)
      else { return false }
    }
    return true
  }

  /// Whether the reader keeps the entry's type beside the kind of work that it stands for.
  private func keepsEntryType(_ given: String) -> Bool {
    given == type && !given.utf8.contains(where: Self.isCapital) && item.type != .thesis
      && BibTeXDialect.bibtex.usualEntryType(of: item) != given
      && BibTeXDialect.biblatex.usualEntryType(of: item) != given
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 65 && byte <= 90 }

  private static func isKeptAsWritten(_ text: String) -> Bool {
    var mayBeginEntry = (line: false, sign: false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "@") { mayBeginEntry.sign = true }
      if byte == 0x0A || byte == 0x0D { mayBeginEntry.line = true }
    }
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return !first.isASCIISpace && !last.isASCIISpace && !(mayBeginEntry.line && mayBeginEntry.sign) && isBalanced(text)
  }
}

extension BibTeXNameText {
  /// Whether the reader is known to find the name's letters in what is written of it, each on its side of the comma.
  static func carries(_ name: Name) -> Bool {
    guard name.other.isEmpty, name.affiliations.isEmpty, name.orcid == nil, name.suffix == nil else { return false }
    let particles = [name.droppingParticle, name.nonDroppingParticle].compactMap(\.self)
    guard let family = name.family else {
      guard let literal = name.literal else { return false }
      return name.given == nil && particles.isEmpty && LaTeXEncoder.isReadAsWritten(literal)
    }
    guard name.literal == nil, isPlainPart(family), particles.allSatisfy(isPlainPart) else { return false }
    guard let given = name.given else { return particles.isEmpty }
    // «Shipman Frank, III» is no family of two words.
    let isOneWord = particles.isEmpty && !family.utf8.contains(0x20)
    return isPlainPart(given) && (isOneWord || given.utf8.count > 3)
  }

  private static func isPlainPart(_ text: String) -> Bool { LaTeXEncoder.isReadAsWritten(text) && isSafe(text) }
}
