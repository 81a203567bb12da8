import Glibc

/// The lines of standard input, as many at a time as are there: another program that writes one line and waits for its
/// answer gets it.
struct InputLines {
  private var rest: [UInt8] = []
  private var isOver = false

  /// The lines that have come in since, without their ends; nil at the end of the input.
  mutating func next() -> [String]? {
    while !isOver {
      var block = [UInt8](repeating: 0, count: Self.blockSize)
      let count = Glibc.read(STDIN_FILENO, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        isOver = true
        break
      }
      guard let end = block[..<count].lastIndex(of: UInt8(ascii: "\n")) else {
        rest += block[..<count]
        continue
      }
      let text = rest + block[..<end]
      rest = Array(block[(end + 1)..<count])
      return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Self.line)
    }
    guard !rest.isEmpty else { return nil }
    defer { rest = [] }
    return [Self.line(rest[...])]
  }

  private static let blockSize = 1 << 18

  private static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }
}
