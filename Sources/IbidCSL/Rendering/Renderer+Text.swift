import IbidModel

extension Renderer {
  /// `cs:text`.
  mutating func render(_ text: TextElement) {
    switch text.source {
    case .value(let value):
      wrap(text.appearance, isTerm: true) { RichTextParser.append(value, to: &$0.runs) }
    case .term(let name, let form, let isPlural):
      renderTerm(name, form, isPlural: isPlural, text.appearance)
    case .macro(let index):
      let children = prepared.style.macros[index].children
      let appearance = text.appearance
      renderConditionally {
        $0.wrap(appearance, isContainer: true) {
          $0.renderSequence(children)
          $0.markQuotationEnd()
        }
      }
    case .variable(let variable, let isShort):
      guard let variable else { return note(isFilled: false) }
      render(variable, isShort: isShort, text.appearance)
    }
  }

  private mutating func renderTerm(_ name: String, _ form: TermForm, isPlural: Bool, _ appearance: Appearance) {
    guard let text = prepared.locale.term(name, form, isPlural: isPlural), !text.isEmpty else { return }
    let takesSuffix = name == "no date" && context.yearSuffix != nil && !prepared.placesYearSuffix && !hasYearSuffix
    var appearance = appearance
    let startsSentence = context.startsSentence && !hasPredecessor
    if startsSentence, appearance.textCase == nil, text.startsInLatin { appearance.textCase = .capitalizeFirst }
    wrap(appearance, isTerm: true) {
      RichTextParser.append(text, to: &$0.runs)
      if takesSuffix { $0.appendYearSuffix() }
    }
  }

  private mutating func render(_ variable: Variable, isShort: Bool, _ appearance: Appearance) {
    guard !substituted.contains(variable) else { return note(isFilled: false) }
    let start = runs.count
    wrap(appearance) { $0.appendValue(of: variable, isShort: isShort) }
    if variable == .locator { tag(from: start, as: .placeInWork) }
    // A year suffix is the processor's doing: it decides on no group.
    if variable != .yearSuffix { note(isFilled: runs.count > start) }
    if runs.count > start { markAsSubstituted([variable]) }
    // What comes behind a variable starts no entry, even where the item lacks it.
    if context.area == .bibliography { hasPredecessor = true }
  }

  private mutating func appendValue(of variable: Variable, isShort: Bool) {
    switch variable {
    case .yearSuffix: appendYearSuffix()
    case .citationNumber:
      guard let number = context.citationNumber else { return }
      append(tagged: .citationNumber, String(number))
    case .locator:
      guard let locator = self.locator else { return }
      append(tagged: .locator, formattedLocator(locator))
    case .page:
      if let page = context.item[.page] { RichTextParser.append(formattedPages(page), to: &runs) }
    case .DOI, .URL, .PMID, .PMCID, .ISBN, .ISSN:
      if let value = context.item[variable], !value.isEmpty { runs.append(.text(value)) }
    case .citationLabel:
      guard let label = value(of: .citationLabel) else { return }
      runs.append(.text(label))
      appendYearSuffix()
    default:
      if let value = richValue(of: variable, isShort: isShort) {
        if variable.kind == .number, !variable.isIdentifier, let number = formattedNumber(value) {
          runs.append(.text(number))
        } else {
          RichTextParser.append(value, to: &runs)
        }
      }
    }
  }

  /// Puts what was rendered since `start` inside `tag`.
  mutating func tag(from start: Int, as tag: Tag) {
    guard runs.count > start else { return }
    runs.insert(.open(.tag(tag)), at: start)
    runs.append(.close)
  }

  private mutating func append(tagged tag: Tag, _ text: String) {
    runs.append(.open(.tag(tag)))
    RichTextParser.append(text, to: &runs)
    runs.append(.close)
  }

  /// Appends the letters that tell works of the same authors and year apart.
  mutating func appendYearSuffix() {
    guard let suffix = context.yearSuffix else { return }
    runs.append(.open(.tag(.yearSuffix)))
    runs.append(.text(YearSuffix.letters(suffix)))
    runs.append(.close)
    hasYearSuffix = true
  }

  /// The rich text of a standard or number variable, or of its short form where that is asked for.
  private func richValue(of variable: Variable, isShort: Bool) -> String? {
    if isShort {
      let short: Variable? =
        switch variable {
        case .title: .titleShort
        case .containerTitle: .containerTitleShort
        default: nil
        }
      if let short, let value = richValue(of: short, isShort: false) { return value }
    }
    if let rich = context.item.richTexts[variable] { return rich }
    return value(of: variable)
  }

  /// The plain text of a standard or number variable, with those that the document gives.
  func value(of variable: Variable) -> String? {
    switch variable {
    case .citationNumber: return context.citationNumber.map(String.init)
    case .firstReferenceNoteNumber: return context.firstReferenceNoteNumber.map(String.init)
    case .locator: return locator
    case .yearSuffix: return context.yearSuffix.map(YearSuffix.letters)
    case .pageFirst: return context.item[.pageFirst] ?? context.item[.page].map(PageRangeText.firstPage)
    case .citationLabel: return context.item[.citationLabel] ?? CitationLabel.make(for: context.item)
    case .containerTitleShort: return context.item[.containerTitleShort]
    case .eventTitle: return context.item[.eventTitle] ?? context.item[.event]
    default: return context.item[variable]
    }
  }
}

/// The letters of year suffixes.
enum YearSuffix {
  /// `a` for 0, `z` for 25, `aa` for 26.
  static func letters(_ number: Int) -> String {
    var letters: [UInt8] = []
    var number = number
    repeat {
      letters.insert(UInt8(97 + number % 26), at: 0)
      number = number / 26 - 1
    } while number >= 0
    return String(decoding: letters, as: UTF8.self)
  }
}

extension Variable {
  /// Whether the number names the item itself, as an article's, a report's or a law's does: «92-500» is no range.
  var isIdentifier: Bool { self == .number }
}

extension String {
  /// Whether the first scalar is a Latin letter, which has a capital.
  fileprivate var startsInLatin: Bool {
    guard let first = unicodeScalars.first else { return false }
    return first.value < 0x250 && first.properties.isAlphabetic
  }
}
