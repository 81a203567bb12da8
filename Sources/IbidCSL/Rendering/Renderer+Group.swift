extension Renderer {
  /// `cs:group`: left out where it calls variables and all of them are empty.
  ///
  /// Source: CSL 1.0.2, «Group»: a child group or macro that has output counts as a variable that is not empty.
  mutating func render(_ group: GroupElement) {
    renderConditionally {
      $0.wrap(group.appearance) { $0.renderSequence(group.children, delimiter: group.delimiter) }
    }
  }

  /// Renders `content`, and takes it back where it called variables and all were empty. Output counts outside as
  /// one variable that is not empty.
  mutating func renderConditionally(_ content: (inout Renderer) -> Void) {
    let start = runs.count
    let (called, filled) = (calledVariables, filledVariables)
    content(&self)
    if calledVariables > called, filledVariables == filled {
      runs.removeSubrange(start...)
    } else if runs.count > start {
      calledVariables += 1
      filledVariables += 1
    }
  }

  /// Notes that a variable was called.
  mutating func note(isFilled: Bool) {
    calledVariables += 1
    if isFilled { filledVariables += 1 }
  }
}
