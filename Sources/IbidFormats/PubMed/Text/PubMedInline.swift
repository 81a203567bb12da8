/// Elements inside of text: markup, and MathML as readable text (`x<sub>2</sub>`, `(a+b)/c`, `√(x)`).
///
/// Source: `%text;` of NLM's DTDs; MathML 3, presentation markup.
enum PubMedInline {
  /// An element that means something inside of text.
  enum Element: UInt8, CaseIterable {
    case other
    case i, b, sup, sub, u, sc
    case math, mrow, mi, mn, mo, mtext, ms, mspace, msub, msup, msubsup, munder, mover, munderover, mfrac, msqrt
    case mroot, mfenced, mtable, mtr, mtd, apply, cn, ci, matrix, matrixrow, infinity, annotation, annotationXML

    var rawName: String { self == .annotationXML ? "annotation-xml" : "\(self)" }

    /// Whether its text is read where it stands in MathML; all other text there is layout.
    var isToken: Bool {
      switch self {
      case .mi, .mn, .mo, .mtext, .ms, .cn, .ci: true
      default: false
      }
    }
  }
}
