import IbidModel

/// Where the formulas of a paragraph stand: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`, and environments of LaTeX.
///
/// Between dollars no blank follows the first and none precedes the last, which no digit follows.
///
/// Source: pandoc's manual, «Math»; LaTeX: A Document Preparation System, section 3.3.
struct MarkdownFormulas {
  private let text: [UInt8]
  private let codeEnd: [Int: Int]
  private var single: [Int] = []
  private var double: [Int] = []
  /// `\)` and `\]`.
  private var parentheses: [Int] = []
  private var brackets: [Int] = []
  /// Environments that nothing closes any more.
  private var unclosed: Set<String> = []

  /// For each mark that opens a formula, the offset behind the formula.
  ///
  /// - Parameter codeEnd: for each run of backticks that opens code, where the closing run starts.
  static func ends(in text: [UInt8], codeEnd: [Int: Int]) -> [Int: Int] {
    guard text.contains(where: { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") }) else { return [:] }
    var formulas = MarkdownFormulas(text, codeEnd: codeEnd)
    return formulas.ends()
  }

  /// Notes the marks that may end a formula.
  private init(_ text: [UInt8], codeEnd: [Int: Int]) {
    self.text = text
    self.codeEnd = codeEnd
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"):
        if isAt(index + 1, ")") { parentheses.append(index) }
        if isAt(index + 1, "]") { brackets.append(index) }
        index += 1
      case UInt8(ascii: "`"): if let end = codeEnd[index] { index = end }
      case UInt8(ascii: "$"):
        if isAt(index + 1, "$") { double.append(index) }
        let isFollowedByDigit = index + 1 < text.count && text[index + 1].isASCIIDigit
        if index > 0, !text[index - 1].isASCIISpace, !isFollowedByDigit { single.append(index) }
      default: break
      }
      index += 1
    }
  }

  private mutating func ends() -> [Int: Int] {
    var ends: [Int: Int] = [:]
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"):
        ends[index] = endOfCommand(at: index)
        index = ends[index].map { $0 - 1 } ?? index + 1
      case UInt8(ascii: "`"):
        if let end = codeEnd[index] { index = end }
        while isAt(index + 1, "`") { index += 1 }
      case UInt8(ascii: "$"):
        if let end = endOfDollars(at: index) {
          ends[index] = end
          index = end - 1
        } else if isAt(index + 1, "$") {
          index += 1
        }
      default: break
      }
      index += 1
    }
    return ends
  }

  private func isAt(_ index: Int, _ character: Unicode.Scalar) -> Bool {
    index < text.count && text[index] == UInt8(ascii: character)
  }

  private func endOfDollars(at start: Int) -> Int? {
    if isAt(start + 1, "$") { return first(of: double, from: start + 3).map { $0 + 2 } }
    guard start + 1 < text.count, !text[start + 1].isASCIISpace else { return nil }
    return first(of: single, from: start + 2).map { $0 + 1 }
  }

  /// Behind a formula that a backslash opens. Escaped brackets are prose too, as pandoc itself writes them: a formula
  /// between them has lines of its own, or a sign of mathematics.
  private mutating func endOfCommand(at start: Int) -> Int? {
    if isAt(start + 1, "(") {
      guard let end = first(of: parentheses, from: start + 2), text[start + 2..<end].contains(where: \.isASCIILetter)
      else { return nil }
      return end + 2
    }
    if isAt(start + 1, "[") {
      guard let end = first(of: brackets, from: start + 2), text[start + 2] == 0x0A || hasSign(start + 2..<end) else {
        return nil
      }
      return end + 2
    }
    return endOfEnvironment(at: start)
  }

  private func hasSign(_ range: Range<Int>) -> Bool {
    range.contains { index in
      switch text[index] {
      case UInt8(ascii: "^"), UInt8(ascii: "="), UInt8(ascii: "+"): true
      case UInt8(ascii: "\\"): index + 1 < range.upperBound && text[index + 1].isASCIILetter
      case UInt8(ascii: "_"): index + 1 < range.upperBound && text[index + 1] == UInt8(ascii: "{")
      default: false
      }
    }
  }

  /// `\begin{align}…\end{align}`, of an environment that holds no prose.
  private mutating func endOfEnvironment(at start: Int) -> Int? {
    let opening = Array("\\begin{".utf8)
    guard text[start...].starts(with: opening) else { return nil }
    let name = text[(start + opening.count)...].prefix(40).prefix { $0 != UInt8(ascii: "}") }
    let written = String(decoding: name, as: UTF8.self)
    guard LaTeXEnvironment.holdsNoProse(written), !unclosed.contains(written) else { return nil }
    guard let end = text[name.endIndex...].firstRange(of: Array("\\end{\(written)}".utf8))?.upperBound else {
      unclosed.insert(written)
      return nil
    }
    return end
  }

  private func first(of marks: [Int], from start: Int) -> Int? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < marks.count ? marks[low] : nil
  }
}
