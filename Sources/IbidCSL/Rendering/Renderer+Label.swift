import IbidModel

extension Renderer {
  /// `cs:label` outside names.
  ///
  /// Source: CSL 1.0.2, «Label».
  mutating func render(_ label: LabelElement) {
    guard let variable = label.variable, let value = value(of: variable), !value.isEmpty,
      !substituted.contains(variable)
    else { return }
    let name = variable == .locator ? locatorLabel : variable.name
    let isPlural =
      switch label.plural {
      case .always: true
      case .never: false
      case .contextual: isPlural(value, variable)
      }
    guard let term = labelTerm(name, label.form, isPlural: isPlural), !term.isEmpty else { return }
    wrap(label.appearance, isTerm: true) { $0.runs.append(.text(term)) }
  }

  func labelTerm(_ name: String, _ form: TermForm, isPlural: Bool) -> String? {
    prepared.locale.term(name, form, isPlural: isPlural)
      ?? (name == "sub-verbo" ? prepared.locale.term("sub verbo", form, isPlural: isPlural) : nil)
  }

  private func isPlural(_ value: String, _ variable: Variable) -> Bool {
    let list = numbers(in: value)
    // «pp. iv, vi–xi», «figs. 3a–b»: a list and a range are several, whatever they count by.
    if variable == .locator, value.unicodeScalars.contains(where: { $0 == "," || $0 == "–" }) { return true }
    if variable == .numberOfPages || variable == .numberOfVolumes {
      return list.isPlural || list.isNumeric && (list.parts.first?.value ?? 1) != 1
    }
    return list.isPlural
  }
}
