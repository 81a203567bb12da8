import IbidModel

extension Renderer {
  /// The children of the first branch that holds.
  func branch(of choose: ChooseElement) -> [Element] {
    choose.branches.first { $0.condition.map(holds) ?? true }?.children ?? []
  }

  private func holds(_ condition: Condition) -> Bool {
    switch condition.match {
    case .all: condition.tests.allSatisfy(holds)
    case .any: condition.tests.contains(where: holds)
    case .none: !condition.tests.contains(where: holds)
    }
  }

  /// Source: CSL 1.0.2, «Choose».
  private func holds(_ test: Condition.Test) -> Bool {
    switch test {
    case .disambiguate(let wanted): context.needsCondition == wanted
    case .isNumeric(let variable): variable.map(isNumeric) ?? false
    case .isUncertainDate(let variable): variable.flatMap { item[date: $0] }?.isCirca ?? false
    case .locator(let label): locator != nil && locatorLabel == label.withHyphens
    case .position(let position): holds(position)
    case .type(let type): holds(type: type)
    case .variable(let variable): variable.map(hasValue) ?? false
    }
  }

  private func holds(type: String) -> Bool {
    if item.type.rawValue == type { return true }
    // An item whose type CSL-JSON names and CSL does not know is a `document`, and is what it says.
    return !item.other.isEmpty && item.other.contains { $0.name == "type" && $0.value.text == type }
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

  private func isNumeric(_ variable: Variable) -> Bool {
    switch variable.kind {
    case .standard, .number: value(of: variable).map { NumberList($0).isNumeric } ?? false
    case .date: item[date: variable]?.start != nil
    case .names: false
    }
  }

  /// Whether a variable is not empty; substituted variables keep their value for tests.
  private func hasValue(_ variable: Variable) -> Bool {
    switch variable.kind {
    case .standard, .number: value(of: variable)?.isEmpty == false
    case .date: item[date: variable].map { $0.start != nil || $0.literal != nil || !$0.other.isEmpty } ?? false
    case .names: !item[names: variable].isEmpty
    }
  }
}

extension String {
  /// `sub verbo` as `sub-verbo`: labels are written both ways.
  var withHyphens: String { utf8.contains(0x20) ? String(map { $0 == " " ? "-" : $0 }) : self }
}
