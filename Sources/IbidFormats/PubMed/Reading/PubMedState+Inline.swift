import IbidScan

extension PubMedState {
  /// A start tag inside of an open text.
  mutating func startInline(_ name: Name) {
    let element = name.meaning.inline
    inlineDepth += 1
    if math.count > 0 || element == .math {
      startMath(element)
      return
    }
    switch element {
    case .i: write(markup: "<i>")
    case .b: write(markup: "<b>")
    case .sup: write(markup: "<sup>")
    case .sub: write(markup: "<sub>")
    case .u, .sc: break
    default: unknownOfRecord.append(name.number)
    }
  }

  /// An end tag inside of an open text.
  mutating func endInline(_ element: PubMedInline.Element) {
    inlineDepth -= 1
    if math.count > 0 {
      endMath()
      return
    }
    switch element {
    case .i: write(markup: "</i>")
    case .b: write(markup: "</b>")
    case .sup: write(markup: "</sup>")
    case .sub: write(markup: "</sub>")
    default: break
    }
  }

  private mutating func startMath(_ element: PubMedInline.Element) {
    if math.count > 0 {
      var parent = math.last
      parent.children += 1
      math.last = parent
      beginChild(Int(parent.children), of: parent.element, element)
    }
    math.append(MathFrame(element: element))
    switch element {
    case .msqrt: write(plain: "√(")
    case .mfenced: write(plain: "(")
    case .mtable, .matrix: write(plain: "[")
    case .mspace: write(plain: " ")
    case .infinity: write(plain: "∞")
    case .annotation, .annotationXML: skipped = 1
    default: break
    }
    if skipped > 0 {
      // Its end is counted down with the skipped elements.
      inlineDepth -= 1
      math.removeLast()
    }
  }

  private mutating func beginChild(
    _ number: Int, of parent: PubMedInline.Element, _ child: PubMedInline.Element
  ) {
    switch parent {
    case .msub, .munder: if number == 2 { write(markup: "<sub>") }
    case .msup: if number == 2 { write(markup: "<sup>") }
    case .msubsup, .munderover:
      if number == 2 { write(markup: "<sub>") }
      if number == 3 { write(markup: "<sup>") }
    case .mroot: write(plain: number == 1 ? "√(" : ", ")
    case .mfrac:
      if number == 2 { write(plain: "/") }
      if child == .mrow { write(plain: "(") }
    case .mfenced: if number > 1, child != .mo { write(plain: ",") }
    case .mtable, .matrix: if number > 1 { write(plain: "; ") }
    case .mtr, .matrixrow, .apply: if number > 1 { write(plain: " ") }
    default: break
    }
  }

  private mutating func endMath() {
    let frame = math.last
    math.removeLast()
    if frame.element != .mtext, let start = frame.textStart { trimToken(from: Int(start), frame) }
    switch frame.element {
    case .msqrt, .mfenced, .mroot: write(plain: ")")
    case .mtable, .matrix: write(plain: "]")
    default: break
    }
    guard math.count > 0 else { return }
    let parent = math.last
    switch (parent.element, parent.children) {
    case (.msub, 2), (.munder, 2), (.msubsup, 2), (.munderover, 2): write(markup: "</sub>")
    case (.msup, 2), (.msubsup, 3), (.munderover, 3): write(markup: "</sup>")
    case (.mfrac, _): if frame.element == .mrow { write(plain: ")") }
    default: break
    }
  }
}
