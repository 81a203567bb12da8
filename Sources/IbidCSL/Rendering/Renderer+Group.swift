extension Renderer {
  /// `cs:group`: left out where it calls variables and all of them are empty.
  ///
  /// Source: CSL 1.0.2, «Group»: a child group or macro that has output counts as a variable that is not empty.
  mutating func render(_ group: GroupElement) {
    renderConditionally {
      $0.wrap(group.appearance) {
        $0.renderSequence(group.children, delimiter: group.delimiter)
        $0.markQuotationEnd()
      }
    }
  }

  /// Renders `content`, and takes it back where it called variables and all were empty. Outside it counts as one
  /// variable, which is empty where there was no output.
  ///
  /// What calls nothing and says nothing is no empty variable: «[manuscript]» stays beside it. As both processors
  /// that people know have it, it even speaks for an empty variable before it.
  mutating func renderConditionally(_ content: (inout Renderer) -> Void) {
    let start = runs.count
    let (called, filled) = (calledVariables, filledVariables)
    endsSilently = false
    content(&self)
    if calledVariables > called, filledVariables == filled, !endsSilently {
      runs.removeSubrange(start...)
    } else if filledVariables > filled || runs.count > start {
      note(isFilled: runs.count > start)
    } else {
      endsSilently = true
    }
  }

  /// Notes that a variable was called.
  mutating func note(isFilled: Bool) {
    endsSilently = false
    calledVariables += 1
    if isFilled { filledVariables += 1 }
  }
}
