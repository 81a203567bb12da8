import Glibc

extension TextEncoding {
  /// A text, given in UTF-8, in the encoding and with the byte order mark of the bytes that it was read from; nil where
  /// that encoding cannot write it, or would write those bytes themselves in another way.
  package static func bytes(of text: [UInt8], asIn original: [UInt8]) -> [UInt8]? {
    let read = utf8(of: original)
    if read == original { return text }
    guard let (encoding, markLength) = find(in: original), encoding.bytes(of: read) == Array(original[markLength...]),
      let bytes = encoding.bytes(of: text)
    else { return nil }
    return Array(original[..<markLength]) + bytes
  }

  /// A text, given in UTF-8, in this encoding; nil where it has no bytes for some character.
  private func bytes(of text: [UInt8]) -> [UInt8]? {
    guard let descriptor = iconv_open(name, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return nil }
    defer { iconv_close(descriptor) }
    var input = text
    var output = [UInt8](repeating: 0, count: text.count * 4 + 16)
    let made: Int? = input.withUnsafeMutableBytes { input in
      output.withUnsafeMutableBytes { output in
        var from = input.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (fromLeft, toLeft) = (input.count, output.count)
        // Other than none: characters were written as something like them.
        guard iconv(descriptor, &from, &fromLeft, &to, &toLeft) == 0, fromLeft == 0,
          iconv(descriptor, nil, nil, &to, &toLeft) != -1
        else { return nil }
        return output.count - toLeft
      }
    }
    return made.map { Array(output[..<$0]) }
  }
}
