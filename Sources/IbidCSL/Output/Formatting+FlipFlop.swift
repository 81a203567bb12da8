extension Formatting {
  /// One visible change of formatting.
  enum Change: Sendable {
    case italic, oblique, upright
    case smallCaps, noSmallCaps
    case bold, light, normalWeight
    case underline, noUnderline
    case superscript, `subscript`, baseline
  }

  /// Puts `inner` in force and tells what changes; italics inside italics become upright, and so on.
  ///
  /// Source: citeproc-js manual, «flip-flop» formatting.
  mutating func apply(_ inner: Formatting) -> [Change] {
    var changes: [Change] = []
    func flip<Value: Equatable>(_ current: inout Value?, to value: Value, normal: Value, on: Change, off: Change) {
      let isSame = (current ?? normal) == value
      if value == normal {
        if !isSame { changes.append(off) }
        current = normal
      } else {
        changes.append(isSame ? off : on)
        current = isSame ? normal : value
      }
    }
    if let style = inner.fontStyle {
      let on: Change = style == .italic ? .italic : .oblique
      flip(&fontStyle, to: style, normal: .normal, on: on, off: .upright)
    }
    if let variant = inner.fontVariant {
      flip(&fontVariant, to: variant, normal: .normal, on: .smallCaps, off: .noSmallCaps)
    }
    if let weight = inner.fontWeight {
      let on: Change = weight == .bold ? .bold : .light
      flip(&fontWeight, to: weight, normal: .normal, on: on, off: .normalWeight)
    }
    if let decoration = inner.textDecoration {
      let current = textDecoration ?? .none
      if decoration == .none {
        if current != .none { changes.append(.noUnderline) }
      } else if current == .none {
        changes.append(.underline)
      }
      textDecoration = decoration
    }
    if let align = inner.verticalAlign {
      switch align {
      case .sup: changes.append(.superscript)
      case .sub: changes.append(.subscript)
      case .baseline: if (verticalAlign ?? .baseline) != .baseline { changes.append(.baseline) }
      }
      verticalAlign = align
    }
    return changes
  }
}

extension Formatting {
  /// What undoes every formatting.
  static let plain = Formatting(
    fontStyle: .normal, fontVariant: .normal, fontWeight: .normal, textDecoration: TextDecoration.none,
    verticalAlign: .baseline)
}
