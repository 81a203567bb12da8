import IbidModel

extension Renderer {
  /// One list of names as it was rendered: what disambiguation works on. A class, because it is looked at many times
  /// and holds all that names look like.
  final class NameList {
    let names: [Name]
    /// How many of them were shown before et al.
    let shown: Int
    private let renderer: NameListRenderer

    init(names: [Name], shown: Int, renderer: NameListRenderer) {
      self.names = names
      self.shown = shown
      self.renderer = renderer
    }

    /// One of the names with this much of its given name, without what stands behind it.
    func text(of name: Name, _ given: NameHints.Given) -> String {
      var name = name
      name.suffix = nil
      return renderer.text(of: name, given)
    }
  }

  /// `cs:names`, and what stands in for it.
  ///
  /// Source: CSL 1.0.2, «Names» and «Substitute».
  mutating func render(_ element: NamesElement) {
    let element = completed(element)
    let lists = nameLists(of: element)
    defer { if context.area == .bibliography { hasPredecessor = true } }
    guard lists.isEmpty else {
      note(isFilled: true)
      if suppressesNames {
        suppressesNames = false
        return markAsSubstituted(element.variables)
      }
      render(lists, element)
      return markAsSubstituted(element.variables)
    }
    note(isFilled: false)
    renderSubstitute(of: element)
  }

  /// Inside `cs:substitute`, a `cs:names` without children takes those of the element around it.
  private func completed(_ element: NamesElement) -> NamesElement {
    guard let outer = outerNames else { return element }
    var element = element
    if element.isBare {
      element.name = outer.name
      element.etAl = outer.etAl
      element.label = outer.label
      element.labelComesFirst = outer.labelComesFirst
    }
    element.delimiter = element.delimiter ?? outer.delimiter
    return element
  }

  /// The lists to render, with the term that labels each. Equal editors and translators become one list.
  private func nameLists(of element: NamesElement) -> [(label: String, names: [Name])] {
    var lists: [(label: String, names: [Name])] = []
    let variables = element.variables.filter { !substituted.contains($0) }
    let isPair = variables.count > 1 && variables.contains(.editor) && variables.contains(.translator)
    let editors = isPair ? context.item[names: .editor] : []
    let isEditorTranslator =
      !editors.isEmpty && editors == context.item[names: .translator]
      && prepared.locale.term("editortranslator", element.label?.form ?? .long)?.isEmpty == false
    for variable in variables {
      if isEditorTranslator, variable == .translator || variable == .editor {
        if !lists.contains(where: { $0.label == "editortranslator" }) { lists.append(("editortranslator", editors)) }
        continue
      }
      let names = context.item[names: variable]
      if !names.isEmpty { lists.append((variable.name, names)) }
    }
    return lists
  }

  /// The first alternative that has output stands in; what it renders is not rendered again, not even by itself.
  private mutating func renderSubstitute(of element: NamesElement) {
    guard !element.substitute.isEmpty else { return }
    let before = outerNames
    outerNames = element
    defer { outerNames = before }
    _ = renderFirst(of: element.substitute, for: element)
  }

  /// Renders the first alternative that has output; returns whether one had its say. Where the author is left out, so
  /// is what stands in for the author, and no later alternative takes its turn.
  private mutating func renderFirst(of alternatives: [Element], for element: NamesElement) -> Bool {
    for alternative in alternatives {
      let start = runs.count
      let suppresses = suppressesNames
      switch alternative {
      case .names(var names):
        if names.isBare { names.appearance = element.appearance }
        render(.names(names))
        if runs.count > start || suppresses && !suppressesNames { return true }
      case .choose(let choose):
        if renderFirst(of: branch(of: choose), for: element) { return true }
      default:
        render(alternative)
        if suppresses, runs.count > start || !suppressesNames {
          if suppressesNames { runs.removeSubrange(start...) }
          suppressesNames = false
          return true
        }
        // A term always has its say, even where the locale leaves it empty.
        if case .text(let text) = alternative, case .term = text.source, runs.count == start { return true }
        if runs.count > start {
          // Whatever stands in for the author counts as the author.
          runs.insert(.open(.tag(.names)), at: start)
          if isAnonymous(alternative) {
            runs.insert(.open(.tag(.standIn)), at: start + 1)
            runs.append(.close)
          }
          runs.append(.close)
          return true
        }
      }
    }
    return false
  }

  /// Whether an alternative shows nothing of the item, as «anonymous» does; asked for bibliographies that replace
  /// repeated authors only.
  private func isAnonymous(_ alternative: Element) -> Bool {
    context.area == .bibliography && prepared.style.bibliography?.subsequentAuthorSubstitute != nil
      && prepared.style.variables(in: [alternative]).isEmpty
  }

  /// Inside `cs:substitute`, what was rendered is done with.
  mutating func markAsSubstituted(_ variables: [Variable]) {
    if outerNames != nil { substituted.formUnion(variables) }
  }

  private mutating func render(_ lists: [(label: String, names: [Name])], _ element: NamesElement) {
    let inherited = context.isBibliography ? prepared.bibliographyNames : prepared.citationNames
    var options = (element.name?.options ?? NameOptions()).inheriting(inherited)
    if context.isSort { applySortKey(to: &options) }
    let start = runs.count
    var counted = 0
    wrap(element.appearance) { renderer in
      renderer.runs += [.open(.tag(.names)), .open(.tag(.persons))]
      let inner = renderer.runs.count
      for (label, names) in lists {
        let before = renderer.runs.count
        if before > inner, let delimiter = element.delimiter ?? options.namesDelimiter {
          renderer.runs.append(.text(delimiter))
        }
        let own = renderer.runs.count
        let list = NameListRenderer(
          prepared: renderer.prepared, context: renderer.context, options: options, element: element,
          index: renderer.nameLists.count,
          isBrokenOff: Variable(name: label).map(renderer.context.item.isBrokenOff(names:)) ?? false,
          hasJoinedInitials: Initials.areJoined(in: names, renderer.context))
        renderer.nameLists.append(NameList(names: names, shown: list.shownCount(of: names), renderer: list))
        if options.form == .count {
          counted += list.shownCount(of: names)
        } else {
          renderer.render(names, labelled: label, list, element)
        }
        if renderer.runs.count == own { renderer.runs.removeSubrange(before...) }
      }
      if options.form == .count, counted > 0 { renderer.runs.append(.text(String(counted))) }
      renderer.runs += [.close, .close]
    }
    if runs.count == start { filledVariables -= 1 }
  }

  private mutating func render(
    _ names: [Name], labelled label: String, _ list: NameListRenderer, _ element: NamesElement
  ) {
    if element.labelComesFirst { renderLabel(label, count: names.count, element) }
    let start = runs.count
    wrap(element.name?.appearance.withoutAffixes ?? Appearance()) { list.append(names, to: &$0.runs) }
    if runs.count > start, !element.labelComesFirst { renderLabel(label, count: names.count, element) }
  }

  private mutating func renderLabel(_ name: String, count: Int, _ element: NamesElement) {
    guard let label = element.label, !context.isSort else { return }
    let isPlural =
      switch label.plural {
      case .always: true
      case .never: false
      case .contextual: count > 1
      }
    guard let term = prepared.locale.term(name, label.form, isPlural: isPlural), !term.isEmpty else { return }
    runs.append(.open(.tag(.label)))
    wrap(label.appearance, isTerm: true) { $0.runs.append(.text(term)) }
    runs.append(.close)
  }

  /// Source: CSL 1.0.2, «Sorting»: names are inverted, those that a key calls itself long; `cs:key` can set et al. anew.
  private func applySortKey(to options: inout NameOptions) {
    options.nameAsSortOrder = .all
    guard let key = context.sortKey else { return }
    if case .variable = key.source { options.form = .long }
    options.etAlMin = key.namesMin ?? options.etAlMin
    options.etAlUseFirst = key.namesUseFirst ?? options.etAlUseFirst
    options.etAlUseLast = key.namesUseLast ?? options.etAlUseLast
  }
}
