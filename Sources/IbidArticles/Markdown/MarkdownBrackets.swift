import IbidModel

/// Which brackets and runs of backticks close which, found in one pass over a paragraph.
struct MarkdownBrackets: Sendable {
  /// The closing bracket of each opening one; −1 where there is none.
  private(set) var close: [Int32]
  /// For each run of backticks that opens a code span, where the span's closing run starts.
  private(set) var codeEnd: [Int: Int] = [:]
  /// For each dollar that opens a formula, the offset behind the formula.
  private(set) var formulaEnd: [Int: Int] = [:]

  init(_ text: [UInt8]) {
    close = Array(repeating: -1, count: text.count)
    findCode(text)
    if text.contains(UInt8(ascii: "$")) { findFormulas(text) }
    var open: [Int] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
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

  /// A formula stands between dollars: no blank follows the first and none precedes the last, which no digit follows.
  ///
  /// Source: pandoc's manual, «Math».
  private mutating func findFormulas(_ text: [UInt8]) {
    let closings = FormulaMarks(text, codeEnd: codeEnd)
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"):
        if let end = codeEnd[index] { index = end }
        while index + 1 < text.count, text[index + 1] == UInt8(ascii: "`") { index += 1 }
      case UInt8(ascii: "$"):
        if let end = closings.end(ofFormulaAt: index) {
          formulaEnd[index] = end
          index = end - 1
        } else if index + 1 < text.count, text[index + 1] == UInt8(ascii: "$") {
          index += 1
        }
      default: break
      }
      index += 1
    }
  }
}

/// The dollars of a paragraph that may end a formula.
private struct FormulaMarks {
  private let text: [UInt8]
  private var single: [Int] = []
  private var double: [Int] = []

  init(_ text: [UInt8], codeEnd: [Int: Int]) {
    self.text = text
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): if let end = codeEnd[index] { index = end }
      case UInt8(ascii: "$"):
        if index + 1 < text.count, text[index + 1] == UInt8(ascii: "$") { double.append(index) }
        let isFollowedByDigit = index + 1 < text.count && text[index + 1].isASCIIDigit
        if index > 0, !text[index - 1].isASCIISpace, !isFollowedByDigit { single.append(index) }
      default: break
      }
      index += 1
    }
  }

  func end(ofFormulaAt start: Int) -> Int? {
    let isDouble = start + 1 < text.count && text[start + 1] == UInt8(ascii: "$")
    if isDouble { return first(of: double, from: start + 3).map { $0 + 2 } }
    guard start + 1 < text.count, !text[start + 1].isASCIISpace else { return nil }
    return first(of: single, from: start + 2).map { $0 + 1 }
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
