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
    if variable == .locator, isListOfWords(value) { return true }
    if variable == .numberOfPages || variable == .numberOfVolumes {
      return list.isPlural || list.isNumeric && (list.parts.first?.value ?? 1) != 1
    }
    return list.isPlural
  }

  /// Whether a locator is a list or a range of what no blank interrupts: «iv, vi–xi», «3a–b». «1, fol. 186» is not.
  private func isListOfWords(_ value: String) -> Bool {
    let parts = value.utf8.split(separator: UInt8(ascii: ","))
    guard parts.count > 1 || value.unicodeScalars.contains("–") else { return false }
    return parts.allSatisfy { !$0.trimmedASCII.contains(0x20) }
  }
}
