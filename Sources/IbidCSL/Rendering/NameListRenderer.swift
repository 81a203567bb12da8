import IbidModel

/// Renders one list of names: how many are shown, what stands between them, and et al.
///
/// Source: CSL 1.0.2, «Name» and «Et-al».
struct NameListRenderer {
  let prepared: PreparedStyle
  let context: CiteContext
  let options: NameOptions
  let element: NamesElement
  /// Which list of the cite this is: the index for hints.
  let index: Int
  /// Whether the list goes on behind its last name: somebody wrote «et al.» there.
  var isBrokenOff = false
  /// Whether the list writes initials together.
  let hasJoinedInitials: Bool

  /// How many of `names` are shown before et al.
  func shownCount(of names: [Name]) -> Int {
    let (min, useFirst) = limits
    guard let min, let useFirst, names.count >= min, useFirst < names.count else { return names.count }
    return Swift.min(names.count, Swift.max(useFirst, least, context.hints.shown[index] ?? 0))
  }

  /// Where citations may show more names to be told apart, they show one at least.
  private var least: Int { context.area == .citation && prepared.style.citation.disambiguatesWithNames ? 1 : 0 }

  private var limits: (min: Int?, useFirst: Int?) {
    guard context.area == .citation, context.position != .first else { return (options.etAlMin, options.etAlUseFirst) }
    return (options.etAlSubsequentMin ?? options.etAlMin, options.etAlSubsequentUseFirst ?? options.etAlUseFirst)
  }

  func append(_ names: [Name], to runs: inout [Run]) {
    let shown = shownCount(of: names)
    let isCut = shown < names.count || isBrokenOff
    let formatter = NameFormatter(
      prepared: prepared, context: context, options: options, element: element.name,
      hasJoinedInitials: hasJoinedInitials)
    let delimiter = options.delimiter ?? ", "
    for place in 0..<shown {
      if place > 0 {
        let isLast = place == names.count - 1 && !isBrokenOff
        runs.append(.text(isLast ? lastDelimiter(delimiter, names, formatter) : delimiter))
      }
      append(names[place], at: place, formatter, to: &runs)
    }
    guard isCut, shown > 0 else { return }
    if options.etAlUseLast == true, shown < names.count {
      let isInverted = formatter.isInverted(names[shown - 1], isFirst: shown == 1)
      let hasDelimiter = hasDelimiter(options.delimiterPrecedesEtAl, count: shown + 1, afterInverted: isInverted)
      runs.append(.text((hasDelimiter ? delimiter : " ") + "… "))
      append(names[names.count - 1], at: names.count - 1, formatter, to: &runs)
    } else if !context.isSort {
      appendEtAl(after: shown, names, formatter, delimiter, to: &runs)
    }
  }

  /// One name alone, uninverted, with this much of its given name.
  func text(of name: Name, _ given: NameHints.Given) -> String {
    var runs: [Run] = []
    NameFormatter(
      prepared: prepared, context: context, options: options, element: nil,
      hasJoinedInitials: hasJoinedInitials
    )
    .append(name, isFirst: false, given: given, to: &runs)
    return runs.plainText
  }

  /// The affixes of `cs:name` stand around each name.
  private func append(_ name: Name, at place: Int, _ formatter: NameFormatter, to runs: inout [Run]) {
    let affixes = element.name?.appearance
    if let prefix = affixes?.prefix, !prefix.isEmpty { runs.append(.text(prefix)) }
    defer { if let suffix = affixes?.suffix, !suffix.isEmpty { runs.append(.text(suffix)) } }
    // Sort keys know no disambiguation; entries show what tells persons apart as citations do.
    let given = context.isSort ? .asStyled : context.hints.given[index]?[place] ?? personLevel(of: name, at: place)
    guard context.area == .bibliography, let bibliography = prepared.style.bibliography,
      bibliography.subsequentAuthorSubstitute != nil
    else { return formatter.append(name, isFirst: place == 0, given: given, to: &runs) }
    runs.append(.open(.tag(.name)))
    formatter.append(name, isFirst: place == 0, given: given, to: &runs)
    runs.append(.close)
  }

  private func personLevel(of name: Name, at place: Int) -> NameHints.Given {
    guard !context.personLevels.isEmpty, place == 0 || !prepared.style.citation.givenNameRule.isPrimaryOnly else {
      return .asStyled
    }
    return context.personLevels[name] ?? .asStyled
  }

  // MARK: Between names

  private func lastDelimiter(_ delimiter: String, _ names: [Name], _ formatter: NameFormatter) -> String {
    // «Baines, Kay» sorts by Kay, not by «and».
    guard let and = options.and, !context.isSort else { return delimiter }
    let term = and == .symbol ? prepared.locale.ampersand : prepared.locale.and ?? "and"
    let isInverted = formatter.isInverted(names[names.count - 2], isFirst: names.count == 2)
    let hasDelimiter = hasDelimiter(options.delimiterPrecedesLast, count: names.count, afterInverted: isInverted)
    let before = hasDelimiter ? delimiter : ""
    return before + (term.startsAlphabetically && before.utf8.last != 0x20 ? " " : "") + term
      + (term.endsAlphabetically ? " " : "")
  }

  private func hasDelimiter(
    _ rule: NameOptions.DelimiterPrecedes?, count: Int, afterInverted: Bool
  ) -> Bool {
    switch rule ?? .contextual {
    case .contextual: count > 2
    case .always: true
    case .never: false
    case .afterInvertedName: afterInverted
    }
  }

  private func appendEtAl(
    after shown: Int, _ names: [Name], _ formatter: NameFormatter, _ delimiter: String, to runs: inout [Run]
  ) {
    let etAl = element.etAl
    let name = etAl?.term ?? "et-al"
    guard let term = prepared.locale.term(name), !term.isEmpty else { return }
    let isInverted = formatter.isInverted(names[shown - 1], isFirst: shown == 1)
    let hasDelimiter = hasDelimiter(options.delimiterPrecedesEtAl, count: shown + 1, afterInverted: isInverted)
    runs.append(.text(hasDelimiter ? delimiter : term.startsAlphabetically ? " " : ""))
    guard let appearance = etAl?.appearance, !appearance.isPlain else { return runs.append(.text(term)) }
    var renderer = Renderer(prepared, context)
    renderer.wrap(appearance) { $0.runs.append(.text(term)) }
    runs.append(contentsOf: renderer.runs)
  }
}

extension String {
  /// Whether the first letter is of a script that puts blanks between words as Latin does, or a sign such as `&`.
  fileprivate var startsAlphabetically: Bool { unicodeScalars.first?.takesBlanks ?? false }
  fileprivate var endsAlphabetically: Bool { unicodeScalars.last?.takesBlanks ?? false }
}

extension Unicode.Scalar {
  /// Hebrew joins its «and» to the word behind it; Chinese and its neighbours write no blanks.
  fileprivate var takesBlanks: Bool {
    if properties.isWhitespace { return false }
    switch value {
    case 0x0590...0x05FF, 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
      return false
    default: return true
    }
  }
}
