import IbidModel

/// Makes links of the addresses and DOIs in a rendered entry.
///
/// Source: pandoc's manual, «Other relevant metadata fields», `link-bibliography`; the DOI handbook, 2.6.
struct BibliographyLinks {
  /// Whether the entry is Markdown; else it is HTML.
  let isMarkdown: Bool

  /// The entry with a link for each `https://…` and each `doi:10.…`.
  func linked(_ entry: String) -> String {
    let bytes = Array(entry.utf8)
    guard bytes.contains(UInt8(ascii: ":")) else { return entry }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard let start = start(of: bytes, at: index), let end = end(of: bytes, from: start) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      result += bytes[index..<start]
      result += link(String(decoding: bytes[start..<end], as: UTF8.self)).utf8
      index = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where an address or a DOI begins that is announced at `index`.
  private func start(of bytes: [UInt8], at index: Int) -> Int? {
    if index > 0, bytes[index - 1].isASCIILetter || bytes[index - 1].isASCIIDigit { return nil }
    let rest = bytes[index...]
    if ["https://", "http://"].contains(where: { rest.starts(with: $0.utf8) }) { return index }
    guard Array(rest.prefix(4)).loweredASCII.elementsEqual("doi:".utf8) else { return nil }
    var start = index + 4
    if start < bytes.count, bytes[start] == 0x20 { start += 1 }
    return bytes[min(start, bytes.count)...].starts(with: "10.".utf8) ? start : nil
  }

  /// Where it ends: before a blank, markup, or the punctuation of the entry.
  private func end(of bytes: [UInt8], from start: Int) -> Int? {
    var end = start
    var depth = 0
    while end < bytes.count, !bytes[end].isASCIISpace, !"<>*\"".utf8.contains(bytes[end]) {
      if isMarkdown, bytes[end] == UInt8(ascii: "\\"), end + 1 < bytes.count, "<>".utf8.contains(bytes[end + 1]) {
        break
      }
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        depth -= 1
        if depth < 0 { break }
      }
      end += 1
    }
    while end > start, ".,;:!?]\\".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end > start + 8 || end > start + 3 && bytes[start] == UInt8(ascii: "1") ? end : nil
  }

  private func link(_ shown: String) -> String {
    let plain = isMarkdown ? unescaped(shown) : shown
    let address = plain.hasPrefix("10.") ? "https://doi.org/" + plain : plain
    if isMarkdown { return plain == address ? "<\(address)>" : "[\(shown)](<\(address)>)" }
    return "<a href=\"\(address)\">\(shown)</a>"
  }

  private func unescaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      isEscaped = false
      result.append(scalar)
    }
    return String(result)
  }
}
