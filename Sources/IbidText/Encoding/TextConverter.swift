import Glibc

/// Turns text in another encoding into UTF-8, a block at a time, by iconv(3).
package final class TextConverter {
  private let descriptor: iconv_t
  /// Bytes of a character that was wrong or cut off.
  private let unit: Int
  /// The start of a character that the last block ended in.
  private var rest: [UInt8] = []

  /// A converter from this encoding; nil where the system has none.
  package init?(from encoding: TextEncoding) {
    guard let descriptor = iconv_open("UTF-8", encoding.name), Int(bitPattern: descriptor) != -1 else { return nil }
    self.descriptor = descriptor
    unit = encoding == .utf16LittleEndian || encoding == .utf16BigEndian ? 2 : 1
  }

  deinit { iconv_close(descriptor) }

  /// Appends `bytes` as UTF-8, and returns how many times what is no character had to become U+FFFD.
  @discardableResult
  package func convert(_ bytes: ArraySlice<UInt8>, isLast: Bool, into text: inout [UInt8]) -> Int {
    var input = rest + bytes
    rest = []
    var output = [UInt8](repeating: 0, count: min(1 << 16, max(64, input.count * 3)))
    var start = 0
    var replaced = 0
    while start < input.count {
      let step = step(&input, from: start, into: &output)
      text += output[..<step.made]
      start += step.used
      switch step.failure {
      case 0, E2BIG: continue
      case EINVAL:
        // The character goes on in the next block.
        rest = Array(input[start...])
        start = input.count
      default:
        replaced += 1
        text += "\u{FFFD}".utf8
        start += min(unit, input.count - start)
      }
    }
    guard isLast else { return replaced }
    // Some encodings hold a letter back until they know which accent follows.
    text += output[..<flush(into: &output)]
    guard !rest.isEmpty else { return replaced }
    rest = []
    text += "\u{FFFD}".utf8
    return replaced + 1
  }

  /// One call of iconv: how many bytes it used and made, and why it stopped before the end, if it did.
  private func step(
    _ input: inout [UInt8], from start: Int, into output: inout [UInt8]
  ) -> (used: Int, made: Int, failure: Int32) {
    let (inputCount, outputCount) = (input.count - start, output.count)
    return input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var from = input.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (fromLeft, toLeft) = (inputCount, outputCount)
        let result = iconv(descriptor, &from, &fromLeft, &to, &toLeft)
        return (inputCount - fromLeft, outputCount - toLeft, result == -1 ? errno : 0)
      }
    }
  }

  private func flush(into output: inout [UInt8]) -> Int {
    let count = output.count
    return output.withUnsafeMutableBytes { output in
      var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = count
      _ = iconv(descriptor, nil, nil, &to, &left)
      return count - left
    }
  }
}
