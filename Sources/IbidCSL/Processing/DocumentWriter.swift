import IbidModel

/// Renders the citations and entries of a document that has been numbered, placed and told apart.
struct DocumentWriter {
  let document: Document
  let format: OutputFormat

  private var style: Style { document.style }
  private var locale: Locale { document.prepared.locale }

  /// The text of the citation at this index.
  func citation(_ index: Int) -> String {
    let citation = document.citations[index]
    let layout = style.citation.layout
    let cites = citation.cites.map { render($0, layout, isAlone: citation.cites.count == 1) }
    let runs = Collapse(citation: style.citation, locale: locale, isInText: style.styleClass == .inText).joined(cites)
    // A name that is part of the prose stands in no brackets.
    if !cites.isEmpty, citation.cites.allSatisfy({ $0.cite.mode == .authorOnly }) { return finish(runs) }
    var appearance = layout.appearance
    appearance.formatting = Formatting()
    let wrapped = wrapped(runs, appearance)
    // The formatting of a citation's layout reaches its affixes: the brackets of «[1]» are raised too.
    guard !layout.appearance.formatting.isEmpty, !wrapped.isEmpty else { return finish(wrapped) }
    return finish([.open(.formatting(layout.appearance.formatting))] + wrapped + [.close])
  }

  private func render(
    _ cite: Document.PlacedCite, _ layout: Layout, isAlone: Bool
  ) -> Collapse.RenderedCite {
    let context = document.context(of: cite)
    var runs = Renderer.render(layout, document.prepared, context).runs
    if cite.cite.mode == .authorOnly { runs = authorOnly(runs, context) }
    if cite.cite.mode == .suppressAuthor { runs.dropLeadingDelimiter() }
    var rendered = Collapse.RenderedCite(
      runs: runs, withoutNames: runs, names: runs.range(of: .names).map { Array(runs[$0]) },
      number: context.citationNumber ?? 0, yearSuffix: context.yearSuffix,
      hasLocator: cite.cite.locator?.isEmpty == false)
    if !isAlone, style.citation.collapse != nil {
      let isSuppressed = cite.cite.mode == .suppressAuthor
      context.cite?.mode = isSuppressed ? .complete : .suppressAuthor
      let other = isSuppressed || rendered.names != nil ? Renderer.render(layout, document.prepared, context).runs : []
      if isSuppressed {
        rendered.hiddenNames = other.range(of: .names).map { Array(other[$0]) }
      } else if rendered.names != nil {
        rendered.withoutNames = other
      }
    }
    if let prefix = cite.cite.prefix, !prefix.isEmpty {
      RichTextParser.append(prefix, to: &rendered.prefix, isProse: true)
    }
    if let suffix = cite.cite.suffix, !suffix.isEmpty {
      RichTextParser.append(suffix, to: &rendered.suffix, isProse: true)
    }
    return rendered
  }

  /// The names of a cite alone; where the style's cites show none, as numbers do not, the author's short names. Nothing
  /// for a work without an author in such a style: its number stands in the citation.
  private func authorOnly(_ runs: [Run], _ context: CiteContext) -> [Run] {
    if let range = runs.range(of: .names) { return Array(runs[range]) }
    var options = NameOptions()
    options.form = .short
    options.and = .text
    options.etAlMin = 3
    options.etAlUseFirst = 1
    let name = NameElement(options: options, appearance: Appearance())
    var renderer = Renderer(document.prepared, context)
    renderer.render(
      .names(NamesElement(variables: [.author], delimiter: nil, appearance: Appearance(), name: name)))
    return renderer.runs
  }

  /// The entries of the bibliography.
  func bibliography() -> [BibliographyEntry] {
    guard let bibliography = style.bibliography else { return [] }
    var subsequentAuthor = SubsequentAuthor(bibliography)
    return document.order.compactMap { entry($0, bibliography, after: &subsequentAuthor) }
  }

  /// The entry at this index; nil where the style has nothing to say of its item.
  func entry(
    _ index: Int, _ bibliography: BibliographyElement, after subsequentAuthor: inout SubsequentAuthor?
  ) -> BibliographyEntry? {
    var runs = entry(index, bibliography)
    guard runs.hasText else { return nil }
    if let substituted = subsequentAuthor?.substitute(in: runs), substituted != runs {
      // A mark of nothing takes the delimiter behind the names away too.
      runs = subsequentAuthor?.leavesNothing == true ? entry(index, bibliography, hasNames: false) : substituted
      runs = runs.withoutEmptyDisplays
    }
    return BibliographyEntry(id: document.entries[index].item.id, text: finish(runs))
  }

  private func entry(_ index: Int, _ bibliography: BibliographyElement, hasNames: Bool = true) -> [Run] {
    let layout = bibliography.layout
    let context = document.context(of: index, .bibliography)
    if !hasNames { context.cite = Cite(id: document.entries[index].item.id, mode: .suppressAuthor) }
    guard bibliography.secondFieldAlign != nil, let first = layout.children.first else {
      return wrapped(Renderer.render(layout, document.prepared, context).runs, layout.appearance)
    }
    var renderer = Renderer(document.prepared, context)
    renderer.render(first)
    let margin = renderer.runs
    renderer.runs = []
    renderer.renderSequence(Array(layout.children.dropFirst()))
    let rest = renderer.runs
    guard margin.hasText else { return wrapped(rest, layout.appearance) }
    var runs: [Run] = [.open(.display(.leftMargin))]
    if !layout.appearance.prefix.isEmpty { runs.append(.text(layout.appearance.prefix)) }
    runs += margin
    runs += [.close, .open(.display(.rightInline))]
    runs += rest
    if !layout.appearance.suffix.isEmpty { runs.append(.text(layout.appearance.suffix)) }
    return runs + [.close]
  }

  private func wrapped(_ runs: [Run], _ appearance: Appearance) -> [Run] {
    guard runs.hasText else { return [] }
    var wrapped: [Run] = appearance.prefix.isEmpty ? [] : [.text(appearance.prefix)]
    if !appearance.formatting.isEmpty { wrapped.append(.open(.formatting(appearance.formatting))) }
    wrapped += runs
    if !appearance.formatting.isEmpty { wrapped.append(.close) }
    guard !appearance.suffix.isEmpty else { return wrapped }
    // Behind a last part with a place of its own, the suffix belongs to that part.
    if runs.last == .close, runs.endsInDisplay {
      wrapped.insert(.text(appearance.suffix), at: wrapped.count - 1)
    } else {
      wrapped.append(.text(appearance.suffix))
    }
    return wrapped
  }

  private func finish(_ runs: [Run]) -> String {
    var runs = runs
    Punctuation.tidy(&runs, movesIntoQuotes: locale.punctuationInQuote)
    return OutputWriter.write(runs, as: format, quotes: locale.quotes)
  }
}

extension [Run] {
  /// Takes away what parted the rest from the names before it: «, p. 3».
  fileprivate mutating func dropLeadingDelimiter() {
    for (index, run) in enumerated() {
      guard case .text(let text) = run, !text.isEmpty else { continue }
      let rest = text.unicodeScalars.drop { ",;:.".unicodeScalars.contains($0) }
      // What a mark stands close to is part of it: «.com».
      if rest.first.map(\.isBlank) ?? true { self[index] = .text(String(rest.drop(while: \.isBlank))) }
      return
    }
  }

  /// The runs without parts that have a place of their own and no text: an author that a substitute of nothing replaced.
  fileprivate var withoutEmptyDisplays: [Run] {
    var kept: [Run] = []
    var index = 0
    while index < count {
      if case .open(.display) = self[index] {
        let end = endOfSpan(at: index)
        if !self[index..<end].hasText {
          index = end
          continue
        }
      }
      kept.append(self[index])
      index += 1
    }
    return kept
  }

  /// Whether the span that the last run closes is a display part.
  fileprivate var endsInDisplay: Bool {
    var open: [Int] = []
    for (index, run) in enumerated() {
      switch run {
      case .open: open.append(index)
      case .close:
        let start = open.popLast()
        if index == count - 1, let start, case .open(.display) = self[start] { return true }
      case .text: break
      }
    }
    return false
  }
}
