import IbidModel
import IbidText

/// The text of a notebook's Markdown cells, and where each stretch of it stands in the notebook's JSON.
///
/// Source: nbformat 4.5, «Cell Types»: a cell's `source` is a string, or a list of strings that make one. A first cell
/// of raw text that begins with `---` is kept too: Quarto has its metadata there.
struct NotebookCells {
  /// Why the file is no notebook, and the offset at which that shows.
  struct Broken: Error {
    var what: String
    var offset: Int
  }

  /// The cells' text, an empty line between one cell and the next.
  private(set) var text: [UInt8] = []
  /// From the text to the file.
  private(set) var map = SourceMap.identity
  /// Where each Markdown cell stands in the text.
  private(set) var markdown: [Range<Int>] = []

  /// Deepest nesting of lists and objects that is read.
  private static let depthLimit = 256

  /// A list or an object that is open.
  private struct Container {
    var isObject: Bool
    /// The name of the member whose value is read.
    var name = ""
    var kind = ""
    /// The strings of `source`, as offsets of the file without quotation marks.
    var source: [Range<Int>] = []
  }

  private let json: [UInt8]
  private var open: [Container] = []
  private var hasCells = false

  /// Reads the JSON of a notebook.
  init(_ json: [UInt8], from start: Int) throws(Broken) {
    self.json = json
    map.begin(text: 0, source: start)
    try read(from: start)
  }

  private mutating func read(from start: Int) throws(Broken) {
    var index = start
    var expectsName = false
    while index < json.count {
      let byte = json[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else { throw Broken(what: "nested too deeply", offset: index) }
        open.append(Container(isObject: byte == UInt8(ascii: "{")))
        expectsName = byte == UInt8(ascii: "{")
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard let closed = open.popLast(), closed.isObject == (byte == UInt8(ascii: "}")) else {
          throw Broken(what: "a bracket closes that was not opened", offset: index)
        }
        if closed.isObject, isCell { appendCell(closed) }
        expectsName = false
      case UInt8(ascii: ","): expectsName = open.last?.isObject ?? false
      case UInt8(ascii: "\""):
        let string = try string(at: index)
        take(string, isName: expectsName)
        expectsName = false
        index = string.upperBound
      case _ where open.isEmpty && !byte.isASCIISpace:
        throw Broken(what: "an object was expected", offset: index)
      default: break
      }
      index += 1
    }
    guard open.isEmpty else { throw Broken(what: "the file breaks off", offset: json.count) }
    guard hasCells else { throw Broken(what: "there are no cells", offset: start) }
  }

  /// Whether what has just been closed is an element of the notebook's `cells`, or before version 4 of a worksheet's.
  private var isCell: Bool {
    guard open.count == 2 || open.count == 4 && open[0].name == "worksheets" else { return false }
    return !open[open.count - 1].isObject && open[open.count - 2].name == "cells"
  }

  /// The inside of the string that opens at a quotation mark.
  private func string(at start: Int) throws(Broken) -> Range<Int> {
    var index = start + 1
    while index < json.count, json[index] != UInt8(ascii: "\"") { index += json[index] == UInt8(ascii: "\\") ? 2 : 1 }
    guard index < json.count else { throw Broken(what: "a string does not end", offset: start) }
    return start + 1..<index
  }

  private mutating func take(_ string: Range<Int>, isName: Bool) {
    guard let last = open.indices.last else { return }
    if open[last].isObject {
      let value = String(decoding: json[string.prefix(32)], as: UTF8.self)
      if isName {
        open[last].name = value
        if value == "cells" { hasCells = true }
      } else if open[last].name == "cell_type" {
        open[last].kind = value
      } else if open[last].name == "source" {
        open[last].source = [string]
      }
    } else if last > 0, open[last - 1].isObject, open[last - 1].name == "source" {
      open[last - 1].source.append(string)
    }
  }

  private mutating func appendCell(_ cell: Container) {
    let isMetadata =
      cell.kind == "raw" && text.isEmpty && cell.source.first.map { json[$0].starts(with: "---".utf8) } ?? false
    guard cell.kind == "markdown" || isMetadata, let first = cell.source.first else { return }
    if !text.isEmpty {
      map.begin(text: text.count, source: first.lowerBound, width: 1)
      text += [0x0A, 0x0A]
    }
    let start = text.count
    for string in cell.source { append(string) }
    markdown.append(start..<text.count)
  }

  /// Appends what a JSON string says.
  private mutating func append(_ string: Range<Int>) {
    var index = string.lowerBound
    while index < string.upperBound {
      let plain = index
      while index < string.upperBound, json[index] != UInt8(ascii: "\\") { index += 1 }
      if index > plain {
        map.begin(text: text.count, source: plain)
        text += json[plain..<index]
      }
      guard index < string.upperBound else { return }
      let (scalar, end) = escape(at: index, to: string.upperBound)
      map.begin(text: text.count, source: index, width: end - index)
      text += String(scalar).utf8
      index = end
    }
  }

  /// The character that the escape at a backslash stands for, and the offset behind it.
  private func escape(at index: Int, to end: Int) -> (Unicode.Scalar, Int) {
    guard index + 1 < end else { return ("\\", end) }
    switch json[index + 1] {
    case UInt8(ascii: "n"): return ("\n", index + 2)
    case UInt8(ascii: "t"): return ("\t", index + 2)
    case UInt8(ascii: "r"): return ("\r", index + 2)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return (" ", index + 2)
    case UInt8(ascii: "u"):
      guard let high = unit(at: index + 2, to: end) else { return ("\u{FFFD}", index + 2) }
      if high & 0xFC00 == 0xD800, index + 7 < end, json[index + 6] == UInt8(ascii: "\\"),
        json[index + 7] == UInt8(ascii: "u"), let low = unit(at: index + 8, to: end), low & 0xFC00 == 0xDC00
      {
        let value = 0x10000 + (high & 0x3FF) << 10 + (low & 0x3FF)
        return (Unicode.Scalar(value) ?? "\u{FFFD}", index + 12)
      }
      return (Unicode.Scalar(high) ?? "\u{FFFD}", index + 6)
    default: return (Unicode.Scalar(json[index + 1]), index + 2)
    }
  }

  private func unit(at index: Int, to end: Int) -> UInt32? {
    guard index + 4 <= end else { return nil }
    return UInt32(String(decoding: json[index..<index + 4], as: UTF8.self), radix: 16)
  }
}
