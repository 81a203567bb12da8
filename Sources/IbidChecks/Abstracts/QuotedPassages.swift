/// Pairs of quotation marks in running text: “…”, «…», „…“ and straight ones.
struct QuotedPassages {
  /// What stands between marks, without them, in order.
  private(set) var quotes: [String] = []
  /// What stands outside of them.
  private(set) var outside = ""
  /// Whether a mark is open at the end.
  private(set) var isOpen = false
  /// Whether a closing mark stood where none was open.
  private(set) var hasStrayClosing = false

  init(_ text: String) {
    var depth: [(close: Unicode.Scalar, start: String.Index)] = []
    let scalars = text.unicodeScalars
    var outsideStart = scalars.startIndex
    for index in scalars.indices {
      let scalar = scalars[index]
      if let open = depth.last, scalar == open.close || open.close == "”" && scalar == "\"" {
        quotes.append(String(scalars[open.start..<index]))
        depth.removeLast()
        if depth.isEmpty { outsideStart = scalars.index(after: index) }
        continue
      }
      let next = scalars.index(after: index)
      let wasOutside = depth.isEmpty
      switch scalar {
      case "“" where depth.last?.close != "“": if depth.count < 8 { depth.append(("”", next)) }
      case "„": if depth.count < 8 { depth.append(("“", next)) }
      case "«": if depth.count < 8 { depth.append(("»", next)) }
      case "\"" where !Self.isInchMark(scalars, index): if depth.count < 8 { depth.append(("\"", next)) }
      case "”", "»": hasStrayClosing = true
      default: break
      }
      if wasOutside, !depth.isEmpty { outside.unicodeScalars += scalars[outsideStart..<index] }
    }
    if depth.isEmpty { outside.unicodeScalars += scalars[outsideStart...] }
    isOpen = !depth.isEmpty
  }

  /// `5"` measures.
  private static func isInchMark(_ scalars: String.UnicodeScalarView, _ index: String.Index) -> Bool {
    guard index > scalars.startIndex else { return false }
    return ("0"..."9").contains(scalars[scalars.index(before: index)])
  }
}
