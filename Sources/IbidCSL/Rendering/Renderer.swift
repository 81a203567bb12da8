import IbidModel

/// A style with its locale, ready to render.
final class PreparedStyle: Sendable {
  let style: Style
  let locale: Locale
  /// Name options of the style laid under those of `cs:citation` and of `cs:bibliography`.
  let citationNames: NameOptions
  let bibliographyNames: NameOptions
  /// Whether the style places year suffixes itself.
  let placesYearSuffix: Bool

  init(style: Style, locale: Locale) {
    self.style = style
    self.locale = locale
    citationNames = style.citation.nameOptions.inheriting(style.nameOptions)
    bibliographyNames = (style.bibliography?.nameOptions ?? NameOptions()).inheriting(style.nameOptions)
    placesYearSuffix = style.usesVariable(.yearSuffix) || style.usesVariable(.citationLabel)
  }
}

/// Renders the elements of a style for one item into runs.
///
/// Every element appends to `runs`, and leaves them as they were where it has nothing to say.
struct Renderer {
  let prepared: PreparedStyle
  let context: CiteContext
  var runs: [Run] = []
  /// Variables called so far and those of them that were not empty: what decides on groups.
  var calledVariables = 0
  var filledVariables = 0
  /// Whether the last thing called was a group or a macro that called nothing and said nothing.
  var endsSilently = false
  /// Variables that stood in for others and must not be rendered again.
  var substituted: Set<Variable> = []
  /// The names element around a `cs:substitute`, whose `cs:name` and its likes count inside.
  var outerNames: NamesElement?
  /// The lists of names that were rendered, in order: a list's place is its index for hints.
  var nameLists: [NameList] = []
  /// Whether the author's name is yet to be left out.
  var suppressesNames: Bool
  /// Whether anything but affixes has been rendered: a term at the start of a note is capitalized.
  var hasPredecessor = false
  /// How many tests of `disambiguate` have held.
  var conditionCount = 0
  /// Whether a year suffix was rendered.
  var hasYearSuffix = false
  /// How many runs there were when a quotation ended last.
  private var quotationEnd = -1

  init(_ prepared: PreparedStyle, _ context: CiteContext) {
    self.prepared = prepared
    self.context = context
    suppressesNames = context.cite?.mode == .suppressAuthor
  }

  /// The runs of a layout's children.
  static func render(_ layout: Layout, _ prepared: PreparedStyle, _ context: CiteContext) -> Renderer {
    var renderer = Renderer(prepared, context)
    renderer.renderSequence(layout.children)
    renderer.markQuotationEnd()
    return renderer
  }

  /// Marks a quotation at the end of a group, a macro or a layout.
  mutating func markQuotationEnd() {
    if quotationEnd == runs.count { runs += [.open(.tag(.enclosed)), .close] }
  }

  mutating func render(_ element: Element) {
    let start = runs.count
    defer { if runs.count > start { hasPredecessor = true } }
    switch element {
    case .text(let text): render(text)
    case .number(let number): render(number)
    case .date(let date): render(date)
    case .names(let names): render(names)
    case .label(let label): render(label)
    case .group(let group): render(group)
    case .choose(let choose): renderSequence(branch(of: choose))
    }
  }

  /// Renders one after another, with `delimiter` between those that have something to say.
  mutating func renderSequence(_ elements: [Element], delimiter: String = "") {
    let start = runs.count
    renderSequence(elements, delimiter: delimiter, start: start)
  }

  private mutating func renderSequence(_ elements: [Element], delimiter: String, start: Int) {
    for element in elements {
      // The children of a `cs:choose` are siblings of what stands around it.
      if case .choose(let choose) = element {
        renderSequence(branch(of: choose), delimiter: delimiter, start: start)
        continue
      }
      let before = runs.count
      if before > start, !delimiter.isEmpty { runs.append(.text(delimiter)) }
      let own = runs.count
      render(element)
      if runs.count == own { runs.removeSubrange(before...) }
    }
  }

  /// Renders `content` inside the affixes, spans and case of `appearance`; nothing where it has no text.
  ///
  /// Source: CSL 1.0.2, «Affixes»: formatting does not reach them, and quotes stand inside them.
  ///
  /// - Parameters:
  ///   - isTerm: terms, labels and months take title case in every language: a style that asks for it means them.
  ///     Titles only do in English.
  ///   - isContainer: whether the content is other elements'.
  mutating func wrap(
    _ appearance: Appearance, isTerm: Bool = false, isContainer: Bool = false, _ content: (inout Renderer) -> Void
  ) {
    let start = runs.count
    if let display = appearance.display, context.area == .bibliography { runs.append(.open(.display(display))) }
    if !appearance.prefix.isEmpty { runs.append(.text(appearance.prefix)) }
    if appearance.hasQuotes { runs.append(.open(.quotes)) }
    if !appearance.formatting.isEmpty { runs.append(.open(.formatting(appearance.formatting))) }
    let inner = runs.count
    content(&self)
    guard runs[inner...].hasText else {
      runs.removeSubrange(start...)
      return
    }
    if let textCase = appearance.textCase {
      let letters = LetterCase(language: isTerm ? prepared.locale.language : itemLanguage)
      CaseChange.apply(textCase, to: &runs, from: inner, isEnglish: isTerm || isEnglish, letters: letters)
    }
    if appearance.stripsPeriods { stripPeriods(from: inner) }
    if !appearance.formatting.isEmpty { runs.append(.close) }
    if appearance.hasQuotes {
      runs.append(.close)
      quotationEnd = runs.count
      if isContainer { markQuotationEnd() }
    }
    if !appearance.suffix.isEmpty { runs.append(.text(appearance.suffix)) }
    if appearance.display != nil, context.area == .bibliography { runs.append(.close) }
  }

  /// Whether English rules of title case apply: by the item's language, else by the style's.
  private var isEnglish: Bool {
    guard let language = context.item[.language], !language.isEmpty else { return prepared.locale.isEnglish }
    return language.lowercased().hasPrefix("en")
  }

  private var itemLanguage: String {
    guard let language = context.item[.language], !language.isEmpty else { return prepared.locale.language }
    return language
  }

  private mutating func stripPeriods(from start: Int) {
    for index in start..<runs.count {
      if case .text(let text) = runs[index], text.utf8.contains(UInt8(ascii: ".")) {
        runs[index] = .text(String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "." })))
      }
    }
  }
}
