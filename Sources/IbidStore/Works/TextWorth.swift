internal import IbidModel
internal import IbidText

/// Which of two sources' texts of one field is the better form of the same, whatever the sources' rank.
///
/// Where neither is, or the two say different things, the better source's counts.
enum TextWorth {
  /// PubMed's status of what has not appeared as it stays.
  static let aheadOfPrint = "ahead of print"

  /// Whether the one statement's text is better than the other's.
  static func isBetter(_ one: Statement, than other: Statement, _ variable: Variable) -> Bool {
    guard let text = one.item.texts[variable], let held = other.item.texts[variable], text != held else { return false }
    if saysNothing(held, in: variable) != saysNothing(text, in: variable) { return saysNothing(held, in: variable) }
    switch variable {
    case .title, .titleShort, .originalTitle, .volumeTitle: return isBetterTitle(text, than: held)
    case .abstract:
      let isOfOneKind = one.kind == other.kind && one.kind != .pubmed
      return isBetterAbstract(text, than: held, isOfOneKind: isOfOneKind)
    case .containerTitle:
      if let full = ContainerName(text), let short = ContainerName(held) {
        if short.abbreviates(full) { return true }
        if full.abbreviates(short) { return false }
      }
      return isBetterCase(text, than: held)
    case .page: return isRange(text, from: held)
    case .status: return isRetraction(text) && !isRetraction(held)
    case .publisher, .publisherPlace, .collectionTitle, .containerTitleShort, .eventTitle, .event, .genre:
      return isBetterCase(text, than: held)
    default: return false
    }
  }

  /// Whether a text only says that there is none. Of an abstract a word alone, its first heading, says no more.
  static func saysNothing(_ text: String, in variable: Variable) -> Bool {
    let words = SearchKey.words(of: text)
    if words.isEmpty { return true }
    // A title may be any word, and a language `na`.
    let isFree = variable == .abstract || variable == .note || variable == .annote
    if variable == .abstract, words.count == 1 { return true }
    guard words.count <= 6 else { return false }
    let phrase = words.joined(separator: " ")
    return placeholders.contains(phrase) && (words.count > 1 || isFree || text.contains { !$0.isLetter })
  }

  private static let placeholders: Set<String> = {
    let things = ["abstract", "summary", "data", "information", "abstracts"]
    var phrases: Set<String> = [
      "n a", "na", "none", "null", "nil", "undefined", "unknown", "not available", "not provided",
    ]
    for thing in things {
      for phrase in [
        "no \(thing)", "no \(thing) available", "\(thing) not available", "\(thing) unavailable",
        "no \(thing) provided", "no \(thing) is available", "\(thing) not provided", "\(thing) is not available",
        "there is no \(thing)", "no \(thing) available for this article", "no \(thing) found", "without \(thing)",
      ] {
        phrases.insert(phrase)
      }
    }
    return phrases
  }()

  // MARK: Titles

  /// Whether it says that its work is retracted; else, of the same title, whether it is whole and the other cut, or in
  /// sentence case and the other in capitals.
  private static func isBetterTitle(_ text: String, than held: String) -> Bool {
    let (title, heldTitle) = (ComparedTitle(text), ComparedTitle(held))
    guard title.notice == heldTitle.notice else { return false }
    guard title.words == heldTitle.words || title.joined == heldTitle.joined else {
      if isRetraction(held) { return false }
      if isRetraction(text) {
        return title.joined.hasPrefix(heldTitle.joined) || heldTitle.joined.hasPrefix(title.joined)
      }
      return isBeginning(heldTitle, held, of: title, text)
    }
    if isRetraction(text) != isRetraction(held) { return isRetraction(text) }
    return caseWorth(text) > caseWorth(held)
  }

  /// Whether a title is the other one, cut off, or without its subtitle.
  private static func isBeginning(_ short: ComparedTitle, _ shortText: String, of long: ComparedTitle, _ text: String)
    -> Bool
  {
    guard !short.words.isEmpty, short.joined.utf8.count < long.joined.utf8.count,
      long.joined.hasPrefix(short.joined)
    else { return false }
    if isBrokenOff(shortText) { return true }
    return text.indices.contains { index in
      ":?–—".contains(text[index]) && ComparedTitle(String(text[..<index])).joined == short.joined
    }
  }

  /// Whether a title, or a status, says that the work is taken back.
  static func isRetraction(_ text: String) -> Bool {
    let text = text.lowercased()
    return marks.contains { text.hasPrefix($0) } || text == "retracted" || text.contains("[retracted")
      || text.contains("(retracted")
  }

  private static let marks = ["retracted:", "retracted article", "withdrawn:", "retracted."]

  // MARK: Letters

  /// Whether it is in capitals, which a person would not write.
  static func isInCapitals(_ text: String) -> Bool { caseWorth(text) == 0 }

  /// 0 of capitals alone, 1 of small letters alone, 2 of what has both, or has neither.
  private static func caseWorth(_ text: String) -> Int {
    let letters = text.unicodeScalars.filter { $0.properties.isCased }
    guard letters.count > 3 || text.contains(" ") && letters.count > 1 else { return 2 }
    if !letters.contains(where: \.properties.isLowercase) { return 0 }
    return letters.contains(where: \.properties.isUppercase) ? 2 : 1
  }

  private static func isBetterCase(_ text: String, than held: String) -> Bool {
    caseWorth(text) > caseWorth(held) && SearchKey.folded(text) == SearchKey.folded(held)
  }

  private static func isBrokenOff(_ text: String) -> Bool {
    var rest = text[...]
    while let last = rest.last, last.isWhitespace || "])".contains(last) { rest.removeLast() }
    return rest.hasSuffix("…") || rest.hasSuffix("...") || rest.hasSuffix("..") || rest.hasSuffix(". . .")
  }

  // MARK: Abstracts

  /// Whether it is whole where the other is cut; of two sources of one rank whether it says more.
  private static func isBetterAbstract(_ text: String, than held: String, isOfOneKind: Bool) -> Bool {
    let (words, heldWords) = (SearchKey.folded(text), SearchKey.folded(held))
    if words == heldWords { return isBrokenOff(held) && !isBrokenOff(text) || caseWorth(text) > caseWorth(held) }
    if heldWords.hasPrefix(words) { return false }
    if words.hasPrefix(heldWords) { return !isCopyright(words.dropFirst(heldWords.utf8.count)) }
    if isBrokenOff(text) != isBrokenOff(held) {
      return isBrokenOff(held) && words.utf8.count > heldWords.utf8.count
    }
    return isOfOneKind && words.utf8.count > heldWords.utf8.count
  }

  /// Whether a database's notice is all that stands behind an abstract.
  private static func isCopyright(_ rest: Substring) -> Bool {
    let words = rest.split(separator: " ")
    guard let first = words.first, words.count < 40 else { return false }
    return first == "copyright" || first == "c" || first.count == 4 && first.hasPrefix("20") || first.hasPrefix("19")
      || words.prefix(3) == ["all", "rights", "reserved"] || words.prefix(3) == ["this", "article", "is"]
      || words.prefix(2) == ["published", "by"]
  }

  // MARK: Pages

  /// Whether it names the last page, too.
  private static func isRange(_ text: String, from held: String) -> Bool {
    guard let pages = ComparedPages(text), let first = ComparedPages(held), pages.isRange, !first.isRange,
      first.first != nil
    else { return false }
    return pages.first == first.first && (pages.prefix == first.prefix || first.prefix.isEmpty)
  }
}

extension Item {
  /// Whether PubMed, the record's status or the title says that the work is retracted.
  var isRetracted: Bool {
    if let pubmed, PubMedReading(pubmed).isRetracted { return true }
    return [self[.status], self[.title]].contains { $0.map(TextWorth.isRetraction) ?? false }
  }
}
