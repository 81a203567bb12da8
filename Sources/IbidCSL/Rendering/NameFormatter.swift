import IbidModel

/// Renders one name.
///
/// Source: CSL 1.0.2, «Name-part Order» and «Name-part Formatting».
struct NameFormatter {
  let prepared: PreparedStyle
  let context: CiteContext
  let options: NameOptions
  let element: NameElement?
  /// Whether the list writes initials together, as PubMed does: `BJ`.
  var hasJoinedInitials = false

  /// Whether the name counts as inverted; one without given names, and one whose family name stands first always, do
  /// where others would be. Groups do not.
  func isInverted(_ name: Name, isFirst: Bool) -> Bool {
    options.form != .short && name.family?.isEmpty == false && isSorted(isFirst: isFirst)
  }

  private func isSorted(isFirst: Bool) -> Bool {
    options.nameAsSortOrder == .all || options.nameAsSortOrder == .first && isFirst
  }

  func append(_ name: Name, isFirst: Bool, given: NameHints.Given, to runs: inout [Run]) {
    var name = name
    guard let family = name.family, !family.isEmpty else {
      if let literal = name.literal ?? name.given, !literal.isEmpty { appendLiteral(literal, to: &runs) }
      return
    }
    let form = options.form == .short && given == .asStyled ? NameOptions.Form.short : .long
    let givenName = form == .short ? nil : self.given(of: name, given)
    name.given = givenName
    if isEastern(name) {
      appendEastern(name, to: &runs)
    } else if form == .short || givenName == nil && name.suffix == nil {
      appendFamily(name, to: &runs)
    } else if isSorted(isFirst: isFirst) {
      appendInverted(name, to: &runs)
    } else {
      appendDirect(name, to: &runs)
    }
  }

  // MARK: Orders

  /// Family affixes also surround a dropping particle and the suffix.
  private func appendDirect(_ name: Name, to runs: inout [Run]) {
    var pieces = Pieces(self)
    pieces.open(element?.given)
    pieces.add(name.given, .given)
    pieces.close(element?.given)
    pieces.open(element?.family)
    pieces.add(name.droppingParticle, .given)
    pieces.add(name.nonDroppingParticle, .family)
    pieces.add(name.family, .family)
    if let suffix = name.suffix, !suffix.isEmpty {
      if name.hasCommaSuffix { pieces.separate(by: ", ") }
      pieces.add(suffix, .plain)
    }
    pieces.close(element?.family)
    runs += pieces.runs
  }

  private func appendInverted(_ name: Name, to runs: inout [Run]) {
    let demotes = demotes
    let separator = options.sortSeparator ?? ", "
    var pieces = Pieces(self)
    pieces.open(element?.family)
    if !demotes { pieces.add(name.nonDroppingParticle, .family) }
    pieces.add(name.family, .family)
    pieces.close(element?.family)
    if name.given != nil || name.droppingParticle != nil || demotes && name.nonDroppingParticle != nil {
      pieces.separate(by: separator)
      pieces.open(element?.given)
      pieces.add(name.given, .given)
      pieces.add(name.droppingParticle, .given)
      if demotes { pieces.add(name.nonDroppingParticle, .family) }
      pieces.close(element?.given)
    }
    if let suffix = name.suffix, !suffix.isEmpty {
      pieces.separate(by: separator)
      pieces.add(suffix, .plain)
    }
    runs += pieces.runs
  }

  private func appendEastern(_ name: Name, to runs: inout [Run]) {
    var pieces = Pieces(self)
    pieces.add(name.nonDroppingParticle, .family)
    pieces.add(name.family, .family)
    if let given = name.given, !given.isEmpty, options.form != .short {
      if name.isWrittenInHan { pieces.separate(by: "") }
      pieces.add(given, .given)
    }
    runs += pieces.runs
  }

  private func appendFamily(_ name: Name, to runs: inout [Run]) {
    let movesParticle = context.isSort && demotes
    var pieces = Pieces(self)
    pieces.open(element?.family)
    if !movesParticle { pieces.add(name.nonDroppingParticle, .family) }
    pieces.add(name.family, .family)
    pieces.close(element?.family)
    if movesParticle, let particle = name.nonDroppingParticle {
      pieces.separate(by: options.sortSeparator ?? ", ")
      pieces.add(particle, .family)
    }
    runs += pieces.runs
  }

  private func appendLiteral(_ literal: String, to runs: inout [Run]) {
    var pieces = Pieces(self)
    pieces.add(literal, .family)
    runs += pieces.runs
  }

  // MARK: Pieces

  /// The parts of one name while they are put together: each in its own formatting, blanks between.
  private struct Pieces {
    enum Part { case family, given, plain }

    let formatter: NameFormatter
    var runs: [Run] = []
    private var separator: String?
    /// A prefix waits for the piece that it stands before, so that the blank comes before it.
    private var prefix = ""
    private var last = ""

    init(_ formatter: NameFormatter) { self.formatter = formatter }

    mutating func open(_ part: Appearance?) { prefix = part?.prefix ?? "" }

    mutating func close(_ part: Appearance?) {
      prefix = ""
      guard let suffix = part?.suffix, !suffix.isEmpty, !runs.isEmpty else { return }
      runs.append(.text(suffix))
      last = suffix
    }

    mutating func separate(by text: String) { if !runs.isEmpty { separator = text } }

    mutating func add(_ text: String?, _ part: Part) {
      guard let text, !text.isEmpty else { return }
      if !runs.isEmpty, let between = separator ?? (needsBlank ? " " : nil), !between.isEmpty {
        runs.append(.text(between))
      }
      separator = nil
      if !prefix.isEmpty { runs.append(.text(prefix)) }
      prefix = ""
      let element = formatter.element
      var appearance = (part == .family ? element?.family : part == .given ? element?.given : nil) ?? Appearance()
      appearance = appearance.withoutAffixes
      if appearance.isPlain {
        RichTextParser.append(text, to: &runs)
      } else {
        var renderer = Renderer(formatter.prepared, formatter.context)
        renderer.wrap(appearance) { RichTextParser.append(text, to: &$0.runs) }
        runs += renderer.runs
      }
      last = text
    }

    /// No blank behind an apostrophe, a hyphen or white space: `d’Artagnan`, `al-Hasan`.
    private var needsBlank: Bool {
      guard let end = last.unicodeScalars.last else { return false }
      return end != "'" && end != "’" && end != "-" && !end.isBlank
    }
  }

  // MARK: Particles and order

  private var demotes: Bool {
    switch prepared.style.options.demoteNonDroppingParticle {
    case .never: false
    case .sortOnly: context.isSort
    case .displayAndSort: true
    }
  }

  /// Family name first, always: Chinese, Japanese and Korean names, and those that say so.
  private func isEastern(_ name: Name) -> Bool { name.hasStaticOrder || name.isWrittenInHan }

  // MARK: Given names

  private func given(of name: Name, _ hint: NameHints.Given) -> String? {
    guard let given = name.given, !given.isEmpty else { return nil }
    // Where the style shows no initials, they still decide whether the bibliography's tell persons apart.
    let asked = hint == .initials && context.comparesCites ? "." : nil
    guard let mark = options.initializeWith ?? asked, hint != .full else { return given }
    guard !name.isWrittenInHan else { return given }
    let initials = options.initialize == false || name.other.isEmpty ? nil : name.initials
    return Initials.of(
      initials ?? given, mark: mark, shortensWords: options.initialize != false,
      keepsHyphen: prepared.style.options.initializeWithHyphen, splitsCapitals: hasJoinedInitials || initials != nil)
  }
}

extension Name {
  fileprivate var hasCommaSuffix: Bool { flag("comma-suffix") }
  /// Initials that the given names do not give.
  fileprivate var initials: String? { other.first { $0.name == Self.initialsMember }?.value.text }
  fileprivate var hasStaticOrder: Bool { flag("static-ordering") }

  private func flag(_ name: String) -> Bool {
    guard let value = other.last(where: { $0.name == name })?.value else { return false }
    return value == .bool(true) || value.integer == 1 || value.text == "true"
  }

  /// Whether the name is written in a script that takes no blank between its parts.
  fileprivate var isWrittenInHan: Bool {
    guard let first = family?.unicodeScalars.first else { return false }
    switch first.value {
    case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3FFFF:
      return true
    default: return false
    }
  }
}
