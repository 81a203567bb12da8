import IbidModel

/// Renders one name.
///
/// Source: CSL 1.0.2, «Name-part Order» and «Name-part Formatting».
struct NameFormatter {
  let prepared: PreparedStyle
  let context: CiteContext
  let options: NameOptions
  let element: NameElement?

  /// Whether the family name stands first.
  func isInverted(_ name: Name, isFirst: Bool) -> Bool {
    guard options.form != .short, let family = name.family, !family.isEmpty, name.given?.isEmpty == false else {
      return false
    }
    return !isEastern(name) && isSorted(isFirst: isFirst)
  }

  private func isSorted(isFirst: Bool) -> Bool {
    options.nameAsSortOrder == .all || options.nameAsSortOrder == .first && isFirst
  }

  func append(_ name: Name, isFirst: Bool, given: NameHints.Given, to runs: inout [Run]) {
    var name = NameParticles.parsed(name)
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
      appendFamily(name, withParticle: !(context.isSort && demotesInSort), to: &runs)
      if form != .short, context.isSort, demotesInSort { appendTrailingParticles(name, to: &runs) }
    } else if isSorted(isFirst: isFirst) {
      appendInverted(name, to: &runs)
    } else {
      appendDirect(name, to: &runs)
    }
  }

  // MARK: Orders

  private func appendDirect(_ name: Name, to runs: inout [Run]) {
    var given = [name.given, name.droppingParticle].compactMap(\.self).joinedAsNames
    if name.given == nil, name.droppingParticle == nil { given = "" }
    let hasGiven = !given.isEmpty
    if hasGiven { append(given, element?.given, to: &runs) }
    if hasGiven, !given.endsWithApostrophe || name.droppingParticle == nil { runs.append(.text(" ")) }
    appendFamily(name, withParticle: true, to: &runs)
    if let suffix = name.suffix, !suffix.isEmpty {
      runs.append(.text(name.hasCommaSuffix ? ", " : " "))
      RichTextParser.append(suffix, to: &runs)
    }
  }

  private func appendInverted(_ name: Name, to runs: inout [Run]) {
    let demotes = demotes
    let separator = options.sortSeparator ?? ", "
    appendFamily(name, withParticle: !demotes, to: &runs)
    let particles = [name.droppingParticle, demotes ? name.nonDroppingParticle : nil].compactMap(\.self)
    let given = ([name.given].compactMap(\.self) + particles).joined(separator: " ")
    if !given.isEmpty {
      runs.append(.text(separator))
      append(given, element?.given, to: &runs)
    }
    if let suffix = name.suffix, !suffix.isEmpty {
      runs.append(.text(separator))
      RichTextParser.append(suffix, to: &runs)
    }
  }

  private func appendTrailingParticles(_ name: Name, to runs: inout [Run]) {
    guard let particle = name.nonDroppingParticle, !particle.isEmpty else { return }
    runs.append(.text((options.sortSeparator ?? ", ") + particle))
  }

  private func appendEastern(_ name: Name, to runs: inout [Run]) {
    appendFamily(name, withParticle: true, to: &runs)
    guard let given = name.given, !given.isEmpty, options.form != .short else { return }
    if !name.isWrittenInHan { runs.append(.text(" ")) }
    append(given, element?.given, to: &runs)
  }

  private func appendFamily(_ name: Name, withParticle: Bool, to runs: inout [Run]) {
    var pieces: [String] = []
    if withParticle, let particle = name.nonDroppingParticle, !particle.isEmpty { pieces.append(particle) }
    pieces.append(name.family ?? "")
    append(pieces.joinedAsNames, element?.family, to: &runs)
  }

  private func appendLiteral(_ literal: String, to runs: inout [Run]) {
    append(
      literal,
      element?.family.map { family in
        var appearance = family
        appearance.prefix = ""
        appearance.suffix = ""
        return appearance
      }, to: &runs)
  }

  private func append(_ text: String, _ appearance: Appearance?, to runs: inout [Run]) {
    guard let appearance, !appearance.isPlain else { return RichTextParser.append(text, to: &runs) }
    var renderer = Renderer(prepared, context)
    renderer.wrap(appearance) { RichTextParser.append(text, to: &$0.runs) }
    runs.append(contentsOf: renderer.runs)
  }

  // MARK: Particles and order

  private var demotes: Bool {
    switch prepared.style.options.demoteNonDroppingParticle {
    case .never: false
    case .sortOnly: context.isSort
    case .displayAndSort: true
    }
  }

  private var demotesInSort: Bool { prepared.style.options.demoteNonDroppingParticle != .never }

  /// Family name first, always: Chinese, Japanese and Korean names, and those that say so.
  private func isEastern(_ name: Name) -> Bool { name.hasStaticOrder || name.isWrittenInHan }

  // MARK: Given names

  private func given(of name: Name, _ hint: NameHints.Given) -> String? {
    guard let given = name.given, !given.isEmpty else { return nil }
    guard let mark = options.initializeWith, hint != .full else { return given }
    guard !name.isWrittenInHan else { return given }
    return options.initialize == false
      ? Initials.normalized(given, mark: mark, keepsHyphen: prepared.style.options.initializeWithHyphen)
      : Initials.of(given, mark: mark, keepsHyphen: prepared.style.options.initializeWithHyphen)
  }
}

extension [String] {
  /// Parts of a name with blanks between, none behind an apostrophe or a hyphen: `d’Artagnan`, `al-Hasan`.
  fileprivate var joinedAsNames: String {
    reduce(into: "") { result, part in
      if !result.isEmpty, !result.endsWithApostrophe, result.utf8.last != UInt8(ascii: "-") { result += " " }
      result += part
    }
  }
}

extension String {
  fileprivate var endsWithApostrophe: Bool {
    guard let last = unicodeScalars.last else { return false }
    return last == "'" || last == "’"
  }
}

extension Name {
  fileprivate var hasCommaSuffix: Bool { flag("comma-suffix") }
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
