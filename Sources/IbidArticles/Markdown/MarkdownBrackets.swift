import IbidModel

/// Which brackets and runs of backticks close which, found in one pass over a paragraph.
struct MarkdownBrackets: Sendable {
  /// The closing bracket of each opening one; −1 where there is none.
  private(set) var close: [Int32]
  /// For each run of backticks that opens a code span, where the span's closing run starts.
  private(set) var codeEnd: [Int: Int] = [:]
  /// For each mark that opens a formula, the offset behind the formula.
  private(set) var formulaEnd: [Int: Int] = [:]

  init(_ text: [UInt8]) {
    close = Array(repeating: -1, count: text.count)
    findCode(text)
    formulaEnd = MarkdownFormulas.ends(in: text, codeEnd: codeEnd)
    var open: [Int] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index = formulaEnd[index].map { $0 - 1 } ?? index + 1
      case UInt8(ascii: "`"):
        if let end = codeEnd[index] { index = end }
        while index + 1 < text.count, text[index + 1] == UInt8(ascii: "`") { index += 1 }
      case UInt8(ascii: "$"): if let end = formulaEnd[index] { index = end - 1 }
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"): if let start = open.popLast() { close[start] = Int32(truncatingIfNeeded: index) }
      default: break
      }
      index += 1
    }
  }

  /// Pairs runs of backticks of equal length from the end, so that no opening run is searched for in vain.
  private mutating func findCode(_ text: [UInt8]) {
    var runs: [(start: Int, length: Int)] = []
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index] == UInt8(ascii: "`") { index += 1 }
      if index > start { runs.append((start, index - start)) } else { index += 1 }
    }
    guard runs.count > 1 else { return }
    var nextOfLength: [Int: Int] = [:]
    var next = [Int?](repeating: nil, count: runs.count)
    for run in runs.indices.reversed() {
      next[run] = nextOfLength[runs[run].length]
      nextOfLength[runs[run].length] = run
    }
    var run = 0
    while run < runs.count {
      if let end = next[run] {
        codeEnd[runs[run].start] = runs[end].start
        run = end + 1
      } else {
        run += 1
      }
    }
  }
}
