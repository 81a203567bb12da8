import IbidModel

/// Keys in a manuscript that cite without a marker in the text: `nocite`, and LaTeX's commands with several groups or in
/// Markdown.
struct ExtraKeys {
  private let bytes: [UInt8]
  /// Where each key begins.
  private(set) var keys: [(start: Int, key: String)] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The keys of `nocite` in the block at the start.
  mutating func readFrontMatter() {
    var isFirst = true
    var isOpen = false
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = line.last == 0x0D ? line.dropLast() : line
      if isFirst {
        guard text.elementsEqual("---".utf8) else { return }
        isFirst = false
        continue
      }
      if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) { return }
      if let first = text.first, first != 0x20, first != 0x09, first != UInt8(ascii: "-") {
        isOpen = text.starts(with: "nocite:".utf8)
      }
      guard isOpen else { continue }
      for index in text.indices where text[index] == UInt8(ascii: "@") { addWord(index + 1, to: text.endIndex) }
    }
  }

  /// The keys of commands whose name has `cite` in it: `\textcites[1]{a}[2]{b}`, `\nocite{a,b}`.
  mutating func readCommands(isLaTeX: Bool) {
    var index = 0
    var isLineStart = true
    while index < bytes.count {
      defer { isLineStart = index > 0 && index <= bytes.count && bytes[index - 1] == 0x0A }
      switch bytes[index] {
      case UInt8(ascii: "%") where isLaTeX: index = end(of: "\n", from: index)
      case UInt8(ascii: "`") where !isLaTeX: index = afterCode(index, isLineStart: isLineStart)
      case UInt8(ascii: "~") where !isLaTeX && isLineStart && has("~~~", at: index):
        index = end(of: "\n~~~", from: index)
      case UInt8(ascii: "\\"): index = afterCommand(index)
      default: index += 1
      }
    }
  }

  private mutating func afterCommand(_ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
    guard end > start + 1 else { return min(start + 2, bytes.count) }
    let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
    if name == "verb" || name == "lstinline", end < bytes.count {
      let mark = bytes[end] == UInt8(ascii: "*") ? end + 1 : end
      guard mark < bytes.count else { return bytes.count }
      return self.end(of: String(decoding: [bytes[mark]], as: UTF8.self), from: mark + 1)
    }
    if name == "begin" {
      for code in ["verbatim", "lstlisting", "minted", "Verbatim", "comment"] where has("{\(code)", at: end) {
        return self.end(of: "\\end{\(code)", from: end)
      }
    }
    guard name.lowercased().contains("cite"), !name.lowercased().contains("citestyle") else { return end }
    if end < bytes.count, bytes[end] == UInt8(ascii: "*") { end += 1 }
    let isMany = name.hasSuffix("s")
    repeat {
      while end < bytes.count, bytes[end] == UInt8(ascii: "[") || bytes[end] == UInt8(ascii: "(") {
        end = self.end(of: bytes[end] == UInt8(ascii: "[") ? "]" : ")", from: end)
      }
      guard end < bytes.count, bytes[end] == UInt8(ascii: "{") else { break }
      let close = self.end(of: "}", from: end)
      addList(end + 1, to: max(end + 1, close - 1))
      end = close
    } while isMany
    return end
  }

  /// Behind code between backticks; a fence goes to a line that begins as it does.
  private func afterCode(_ start: Int, isLineStart: Bool) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    let marks = String(repeating: "`", count: end - start)
    return self.end(of: isLineStart && end - start > 2 ? "\n" + marks : marks, from: end)
  }

  /// Behind the next `text`; the end where there is none.
  private func end(of text: String, from start: Int) -> Int {
    let wanted = Array(text.utf8)
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) {
        return index + wanted.count
      }
      index += 1
    }
    return bytes.count
  }

  private func has(_ text: String, at index: Int) -> Bool { bytes[index...].starts(with: text.utf8) }

  private mutating func addList(_ start: Int, to end: Int) {
    for part in bytes[start..<end].split(separator: UInt8(ascii: ",")) {
      let start = part.firstIndex { !$0.isASCIISpace } ?? part.endIndex
      let key = part[start...].trimmedASCII
      if !key.isEmpty { keys.append((start, String(decoding: key, as: UTF8.self))) }
    }
  }

  /// A key in pandoc's manner.
  private mutating func addWord(_ start: Int, to limit: Int) {
    let isBraced = start < limit && bytes[start] == UInt8(ascii: "{")
    let first = isBraced ? start + 1 : start
    var end = first
    while end < limit {
      let isMark = ":.#$%&-+?<>~/".utf8.contains(bytes[end])
      guard
        KeyByte.isInside(bytes[end]) || isBraced && bytes[end] != UInt8(ascii: "}")
          || isMark && end + 1 < limit && KeyByte.isInside(bytes[end + 1])
      else { break }
      end += 1
    }
    if end > first { keys.append((first, String(decoding: bytes[first..<end], as: UTF8.self))) }
  }
}
