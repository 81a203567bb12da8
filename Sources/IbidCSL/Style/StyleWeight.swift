/// How much work one cite can be, found before anything is rendered: macros that call macros twice each double it
/// every time, and a style of forty such lines would run for days.
///
/// The heaviest of the 2,500 published styles renders 10,000 elements for a cite, the deepest nests 60.
struct StyleWeight {
  /// More elements than this, each counted as often as it is called, are no style.
  private static let mostSteps = 2_000_000
  private static let deepest = 255

  private struct Cost {
    var steps = 0
    var depth = 0

    mutating func add(_ other: Cost) {
      // Cut off where it is too much anyway: doubling overflows.
      steps = min(steps + other.steps, StyleWeight.mostSteps + 1)
      depth = max(depth, other.depth)
    }
  }

  private let style: Style
  /// Costs of macros that are known; no macro calls itself.
  private var known: [Int: Cost] = [:]

  /// - Throws: `CSLError` where rendering an item would take too long or nest too deep.
  static func check(_ style: Style) throws(CSLError) {
    var weight = StyleWeight(style: style)
    var layouts = [style.citation.layout.children]
    if let bibliography = style.bibliography { layouts.append(bibliography.layout.children) }
    for key in style.citation.sort + (style.bibliography?.sort ?? []) {
      if case .macro(let index) = key.source { layouts.append(style.macros[index].children) }
    }
    for layout in layouts {
      let cost = weight.cost(of: layout)
      guard cost.steps <= mostSteps else {
        throw CSLError(line: 0, "its macros call one another so often that an item takes more than 2,000,000 steps")
      }
      guard cost.depth <= deepest else { throw CSLError(line: 0, "more than 255 elements stand in one another") }
    }
  }

  private init(style: Style) { self.style = style }

  private mutating func cost(of elements: [Element]) -> Cost {
    var cost = Cost()
    for element in elements { cost.add(self.cost(of: element)) }
    return cost
  }

  private mutating func cost(of element: Element) -> Cost {
    var cost = Cost()
    switch element {
    case .text(let text): if case .macro(let index) = text.source { cost = self.cost(ofMacro: index) }
    case .group(let group): cost = self.cost(of: group.children)
    case .choose(let choose):
      // One branch is taken: the Chicago styles have hundreds.
      for branch in choose.branches {
        let other = self.cost(of: branch.children)
        cost = Cost(steps: max(cost.steps, other.steps), depth: max(cost.depth, other.depth))
      }
    case .names(let names): cost = self.cost(of: names.substitute)
    case .number, .date, .label: break
    }
    return Cost(steps: cost.steps + 1, depth: cost.depth + 1)
  }

  private mutating func cost(ofMacro index: Int) -> Cost {
    if let cost = known[index] { return cost }
    let cost = self.cost(of: style.macros[index].children)
    known[index] = cost
    return cost
  }
}
