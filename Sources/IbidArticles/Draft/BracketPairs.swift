import IbidModel

/// Which square brackets of a text close which, found in one pass.
struct BracketPairs {
  /// The closing bracket of each opening one; −1 where there is none.
  private var closings: [Int32]

  /// The pairs of `text`; a backslash before a bracket makes it text where the format says so.
  init(_ text: [UInt8], hasEscapes: Bool) {
    closings = Array(repeating: -1, count: text.count)
    var open: [Int] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\") where hasEscapes: index += 1
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"): if let start = open.popLast() { closings[start] = Int32(truncatingIfNeeded: index) }
      default: break
      }
      index += 1
    }
  }

  /// Where the bracket that opens at `index` closes; nil where none opens there, or it stays open.
  func close(of index: Int) -> Int? {
    guard closings.indices.contains(index), closings[index] >= 0 else { return nil }
    return Int(closings[index])
  }
}
