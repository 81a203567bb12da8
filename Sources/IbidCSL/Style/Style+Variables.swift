import IbidModel

extension Style {
  /// Whether the bibliography has an order of its own, other than that of the citations.
  var sortsBibliography: Bool { bibliography?.sort.isEmpty == false }

  /// Whether any element of the citation, the bibliography or a macro renders this variable.
  func usesVariable(_ variable: Variable) -> Bool {
    let layouts = [citation.layout.children, bibliography?.layout.children ?? []] + macros.map(\.children)
    return layouts.contains { variables(in: $0, followsMacros: false).contains(variable) }
  }

  /// How many `cs:if` of the citation and the macros test `disambiguate="true"`.
  var disambiguateTestCount: Int {
    var count = 0
    var pending = [citation.layout.children] + macros.map(\.children)
    while let elements = pending.popLast() {
      for element in elements {
        switch element {
        case .choose(let choose):
          for branch in choose.branches {
            count += branch.condition?.tests.count { if case .disambiguate(true) = $0 { true } else { false } } ?? 0
            pending.append(branch.children)
          }
        case .group(let group): pending.append(group.children)
        case .names(let names): pending.append(names.substitute)
        case .text, .number, .date, .label: break
        }
      }
    }
    return count
  }

  /// The variables that elements render.
  func variables(in elements: [Element], followsMacros: Bool = true) -> Set<Variable> {
    var found: Set<Variable> = []
    var seen: Set<Int> = []
    var pending = [elements]
    while let elements = pending.popLast() {
      for element in elements {
        switch element {
        case .text(let text):
          switch text.source {
          case .variable(let variable?, _): found.insert(variable)
          case .macro(let index) where followsMacros && seen.insert(index).inserted:
            pending.append(macros[index].children)
          default: break
          }
        case .number(let number): if let variable = number.variable { found.insert(variable) }
        case .date(let date): if let variable = date.variable { found.insert(variable) }
        case .names(let names):
          found.formUnion(names.variables)
          pending.append(names.substitute)
        case .label: break
        case .group(let group): pending.append(group.children)
        case .choose(let choose): for branch in choose.branches { pending.append(branch.children) }
        }
      }
    }
    return found
  }
}
