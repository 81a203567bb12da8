import IbidModel

extension Renderer {
  /// The children of the first branch that holds.
  mutating func branch(of choose: ChooseElement) -> [Element] {
    for branch in choose.branches {
      guard let condition = branch.condition else { return branch.children }
      if holds(condition) { return branch.children }
    }
    return []
  }

  private mutating func holds(_ condition: Condition) -> Bool {
    // A loop: closures over `self` would copy the renderer.
    for test in condition.tests where holds(test) != (condition.match == .all) {
      return condition.match == .any
    }
    return condition.match != .any
  }

  /// A style with several tests of `disambiguate` says more with each, as far as is needed.
  private mutating func isConditionMet() -> Bool {
    guard conditionCount < context.conditionLevel else { return false }
    conditionCount += 1
    return true
  }

  /// Source: CSL 1.0.2, «Choose».
  private mutating func holds(_ test: Condition.Test) -> Bool {
    switch test {
    case .disambiguate(let wanted): isConditionMet() == wanted
    case .isNumeric(let variable): isNumeric(variable)
    case .isUncertainDate(let variable): variable.flatMap { context.item[date: $0] }?.isCirca ?? false
    case .locator(let label): locator != nil && locatorLabel == label.withHyphens
    case .position(let position): holds(position)
    case .type(let types): types.contains(context.item.type.rawValue) || holds(otherTypes: types)
    case .variable(let variable): hasValue(variable)
    }
  }

  /// An item whose type CSL-JSON names and CSL does not know is what it says.
  private func holds(otherTypes: [String]) -> Bool {
    context.item.other.contains { $0.name == "type" && $0.value.text.map(otherTypes.contains) ?? false }
  }

  private func holds(_ wanted: CitePosition) -> Bool {
    guard context.area == .citation else { return false }
    return switch wanted {
    case .first: context.position == .first
    case .subsequent: context.position != .first
    case .ibid: context.position == .ibid || context.position == .ibidWithLocator
    case .ibidWithLocator: context.position == .ibidWithLocator
    case .nearNote: context.isNearNote
    }
  }

  private func isNumeric(_ variable: Variable?) -> Bool {
    guard let variable else { return false }
    return switch variable.kind {
    case .standard, .number:
      value(of: variable).map { NumberValue($0).isNumeric || variable.isIdentifier && NumberValue.isReportNumber($0) }
        ?? false
    case .date, .names: false
    }
  }

  /// Whether a variable is not empty; substituted variables keep their value for tests.
  private func hasValue(_ variable: Variable?) -> Bool {
    guard let variable else { return false }
    return switch variable.kind {
    case .standard, .number: value(of: variable)?.isEmpty == false
    case .date: context.item[date: variable].map { $0.start != nil || $0.literal != nil || !$0.other.isEmpty } ?? false
    case .names: !context.item[names: variable].isEmpty
    }
  }
}

extension String {
  /// `sub verbo` as `sub-verbo`: labels are written both ways.
  var withHyphens: String { utf8.contains(0x20) ? String(map { $0 == " " ? "-" : $0 }) : self }
}
