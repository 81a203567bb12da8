import IbidModel
import IbidText

/// Sorts entries by a style's keys; what ties keeps its order.
///
/// Source: CSL 1.0.2, «Sorting».
struct Sorting {
  let document: Document
  let keys: [SortKey]
  let area: CiteContext.Area

  /// One key's value. An empty value sorts last, ascending or descending.
  enum Value {
    case missing
    case number(Double)
    case text(CollationKey)
  }

  /// The entries in the style's order.
  func sorted(_ entries: [Int]) -> [Int] {
    let values = entries.map { entry in keys.map { value(of: $0, entry) } }
    return entries.indices.sorted { left, right in
      for (key, pair) in zip(keys, zip(values[left], values[right])) {
        let order = compare(pair.0, pair.1, isDescending: key.isDescending)
        if order != 0 { return order < 0 }
      }
      return left < right
    }.map { entries[$0] }
  }

  private func compare(_ left: Value, _ right: Value, isDescending: Bool) -> Int {
    let order: Int
    switch (left, right) {
    case (.missing, .missing): return 0
    case (.missing, _): return 1
    case (_, .missing): return -1
    case (.number(let left), .number(let right)): order = left < right ? -1 : left > right ? 1 : 0
    case (.text(let left), .text(let right)): order = left < right ? -1 : right < left ? 1 : 0
    case (.number, .text): order = -1
    case (.text, .number): order = 1
    }
    return isDescending ? -order : order
  }

  private func value(of key: SortKey, _ entry: Int) -> Value {
    let context = document.context(of: entry, area)
    context.sortKey = key
    context.yearSuffix = nil
    switch key.source {
    case .macro(let index):
      var renderer = Renderer(document.prepared, context)
      renderer.renderSequence(document.style.macros[index].children)
      return text(renderer.runs.plainText)
    case .variable(.citationNumber): return .number(Double(document.entries[entry].citationNumber))
    case .variable(let variable): return value(of: variable, context)
    }
  }

  private func value(of variable: Variable, _ context: CiteContext) -> Value {
    let item = context.item
    switch variable.kind {
    case .names:
      guard !item[names: variable].isEmpty else { return .missing }
      var renderer = Renderer(document.prepared, context)
      renderer.render(
        .names(NamesElement(variables: [variable], delimiter: nil, appearance: Appearance())))
      return text(renderer.runs.plainText)
    case .date: return item[date: variable].map { text(DateSortKey.text($0)) } ?? .missing
    case .standard, .number:
      guard let value = Renderer(document.prepared, context).value(of: variable) else { return .missing }
      if variable.kind == .number, let number = leadingNumber(value) { return .number(number) }
      return text(value)
    }
  }

  private func text(_ text: String) -> Value { text.isEmpty ? .missing : .text(CollationKey(text)) }

  private func leadingNumber(_ text: String) -> Double? {
    let digits = text.utf8.prefix { $0.isASCIIDigit }
    return digits.isEmpty || digits.count > 15 ? nil : Double(String(decoding: Array(digits), as: UTF8.self))
  }
}

/// A text's place in an alphabetical order: words without accents, case and marks first, then the text itself.
struct CollationKey: Comparable {
  private let words: String
  private let text: String

  init(_ text: String) {
    words = SearchKey.folded(Self.withoutMarks(text))
    self.text = text
  }

  /// Marks of punctuation do not count: «Doe, A./Roe» reads on without a blank, and so it sorts.
  private static func withoutMarks(_ text: String) -> String {
    let isMark: (UInt8) -> Bool = { $0 < 0x80 && $0 != 0x20 && !$0.isASCIILetter && !$0.isASCIIDigit }
    // The first bytes of typographic quotation marks and apostrophes.
    guard text.utf8.contains(where: { isMark($0) || $0 == 0xE2 || $0 == 0xCA }) else { return text }
    let kept = text.unicodeScalars.filter { scalar in
      if scalar.isASCII { return !isMark(UInt8(truncatingIfNeeded: scalar.value)) }
      return !(0x2018...0x201F).contains(scalar.value) && !(0x02B9...0x02BF).contains(scalar.value)
    }
    return String(String.UnicodeScalarView(kept))
  }

  static func < (left: CollationKey, right: CollationKey) -> Bool {
    if left.words != right.words {
      return left.words.utf8.lexicographicallyPrecedes(right.words.utf8)
    }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
