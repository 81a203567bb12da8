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
    if let style = inner.fontStyle {
      let current = fontStyle ?? .normal
      if style == .normal {
        if current != .normal { changes.append(.upright) }
        fontStyle = .normal
      } else if current == style {
        changes.append(.upright)
        fontStyle = .normal
      } else {
        changes.append(style == .italic ? .italic : .oblique)
        fontStyle = style
      }
    }
    if let variant = inner.fontVariant {
      let current = fontVariant ?? .normal
      if variant == .normal {
        if current != .normal { changes.append(.noSmallCaps) }
        fontVariant = .normal
      } else if current == variant {
        changes.append(.noSmallCaps)
        fontVariant = .normal
      } else {
        changes.append(.smallCaps)
        fontVariant = variant
      }
    }
    if let weight = inner.fontWeight {
      let current = fontWeight ?? .normal
      if weight == .normal {
        if current != .normal { changes.append(.normalWeight) }
        fontWeight = .normal
      } else if current == weight {
        changes.append(.normalWeight)
        fontWeight = .normal
      } else {
        changes.append(weight == .bold ? .bold : .light)
        fontWeight = weight
      }
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
