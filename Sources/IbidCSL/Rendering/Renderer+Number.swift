import IbidModel

extension Renderer {
  /// `cs:number`.
  ///
  /// Source: CSL 1.0.2, «Number».
  mutating func render(_ number: NumberElement) {
    guard let variable = number.variable, !substituted.contains(variable) else { return note(isFilled: false) }
    let start = runs.count
    wrap(number.appearance) { renderer in
      guard let value = renderer.value(of: variable), !value.isEmpty else { return }
      if variable == .page { return renderer.runs.append(.text(renderer.formattedPages(value))) }
      let list = renderer.numbers(in: value)
      guard list.isNumeric else { return RichTextParser.append(value, to: &renderer.runs) }
      // As the reference processor has it, what holds a number holds no markup.
      if let rich = renderer.context.item.richTexts[variable] { return renderer.runs.append(.text(rich)) }
      if variable.isIdentifier, number.form == .numeric { return renderer.runs.append(.text(value)) }
      let tag: Tag? = variable == .citationNumber ? .citationNumber : variable == .locator ? .locator : nil
      if let tag { renderer.runs.append(.open(.tag(tag))) }
      let text = renderer.joined(list, isLocator: variable == .locator) {
        renderer.text(of: $0, number.form, variable)
      }
      renderer.runs.append(.text(text))
      if tag != nil { renderer.runs.append(.close) }
    }
    note(isFilled: runs.count > start)
    if runs.count > start { markAsSubstituted([variable]) }
  }

  private func text(of number: NumberValue.Part, _ form: NumberElement.Form, _ variable: Variable) -> String {
    guard let value = number.value else { return number.text }
    switch form {
    case .numeric: return number.text
    case .roman: return RomanNumeral.lowercase(value) ?? number.text
    case .ordinal: return ordinal(value, of: variable)
    case .longOrdinal:
      guard (1...10).contains(value),
        let term = prepared.locale.term(
          "long-ordinal-" + (value < 10 ? "0" : "") + String(value), gender: prepared.locale.gender(of: variable.name))
      else { return ordinal(value, of: variable) }
      return term
    }
  }

  private func ordinal(_ number: Int, of variable: Variable) -> String {
    String(number) + prepared.locale.ordinalEnding(of: number, gender: prepared.locale.gender(of: variable.name))
  }

  /// A number variable's text with its ranges and lists spelled as CSL asks; nil where it is not numeric.
  func formattedNumber(_ value: String, isLocator: Bool = false) -> String? {
    let list = numbers(in: value)
    return list.isNumeric || list.hasLabels ? joined(list, isLocator: isLocator, \.text) : nil
  }

  /// A style's mark between pages is none between the lines or notes of a locator.
  private func joined(_ list: NumberValue, isLocator: Bool, _ text: (NumberValue.Part) -> String) -> String {
    let locale = prepared.locale
    return list.joined(
      rangeDelimiter: isLocator && locatorLabel != "page" ? "–" : rangeDelimiter, ampersand: ampersand,
      label: { locale.term($0, .short, isPlural: $1) }, text)
  }

  /// The numbers of a value, and what joins them in the style's language.
  func numbers(in value: String) -> NumberValue { NumberValue(value, and: prepared.locale.and) }

  private var ampersand: String { prepared.locale.ampersand }

  /// The locator with its ranges in the style's form.
  func formattedLocator(_ locator: String) -> String {
    let (label, rest) = EmbeddedLabel.split(locator)
    guard label == nil, locatorLabel == "page" else { return formattedNumber(rest, isLocator: true) ?? rest }
    return formattedPages(rest)
  }

  /// Pages with their ranges in the style's form.
  func formattedPages(_ pages: String) -> String {
    PageRangeText.format(
      pages, prepared.style.options.pageRangeFormat, delimiter: rangeDelimiter, ampersand: ampersand)
  }

  /// What stands between the ends of a range of pages, issues and their likes.
  private var rangeDelimiter: String { prepared.locale.rangeDelimiter }

  /// The cite's locator; nil where it has none.
  var locator: String? {
    guard let locator = context.cite?.locator else { return nil }
    let text = locator.trimmedASCII
    return text.isEmpty ? nil : text
  }

  /// What the cite's locator counts.
  var locatorLabel: String {
    if let locator, let label = EmbeddedLabel.split(locator).label { return label }
    return context.cite?.label.map(\.withHyphens) ?? "page"
  }
}
