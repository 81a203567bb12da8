/// Finds macros that call themselves, directly or through others.
enum MacroCycles {
  /// - Throws: `CSLError` that names the macros of the first cycle.
  static func check(_ macros: [Macro]) throws(CSLError) {
    let calls = macros.map { macro in
      var called: [Int] = []
      collect(macro.children, into: &called)
      return called
    }
    // 0 not seen, 1 on the path, 2 done; an explicit path, as styles may chain thousands of macros.
    var states = [UInt8](repeating: 0, count: macros.count)
    for start in macros.indices where states[start] == 0 {
      var path: [(macro: Int, next: Int)] = [(start, 0)]
      states[start] = 1
      while let (macro, next) = path.last {
        guard next < calls[macro].count else {
          states[macro] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let called = calls[macro][next]
        if states[called] == 1 {
          let cycle = path.drop { $0.macro != called }.map { macros[$0.macro].name } + [macros[called].name]
          throw CSLError(line: 0, "macros call each other in a circle: \(cycle.joined(separator: " → "))")
        }
        if states[called] == 0 {
          guard path.count < 200 else { throw CSLError(line: 0, "more than 200 macros call one another") }
          states[called] = 1
          path.append((called, 0))
        }
      }
    }
  }

  private static func collect(_ elements: [Element], into called: inout [Int]) {
    for element in elements {
      switch element {
      case .text(let text): if case .macro(let index) = text.source { called.append(index) }
      case .group(let group): collect(group.children, into: &called)
      case .choose(let choose): for branch in choose.branches { collect(branch.children, into: &called) }
      case .names(let names): collect(names.substitute, into: &called)
      case .number, .date, .label: break
      }
    }
  }
}
