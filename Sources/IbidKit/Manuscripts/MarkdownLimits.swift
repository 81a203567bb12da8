import IbidModel

/// Keeps Markdown within what cmark-gfm can read in time and memory that its length explains.
///
/// Version 0.29.0.gfm.6, Debian 12's, takes the square of the number of some marks in a paragraph, fills tables up to
/// their widest row, and writes a link's address at each mention. Where a paragraph goes past what people write, the
/// marks concerned become character references: the page shows the same characters, as text.
///
/// Source: cmark-gfm's advisories CVE-2023-22483, -22484, -22486, -24824 and -37463, and the change log of gfm.7 to gfm.13.
struct MarkdownLimits {
  private static let brackets = 2000
  private static let declarations = 500
  private static let tableRules = 100
  private static let cells = 500_000
  private static let definitionBytes = 50_000_000

  private let text: [UInt8]
  private var result: [UInt8] = []
  private var cellCount = 0
  /// The length of a link's definition from which on it is none; links are many then.
  private let definitionLimit: Int

  /// `text`, changed where it goes past a limit.
  static func bounded(_ text: [UInt8]) -> [UInt8] {
    var limits = MarkdownLimits(text)
    limits.copyParagraphs()
    return limits.result
  }

  private init(_ text: [UInt8]) {
    self.text = text
    definitionLimit = Self.definitionBytes / max(1, text.count { $0 == UInt8(ascii: "]") })
    result.reserveCapacity(text.count + text.count / 8)
  }

  /// Blank lines part paragraphs, also in a quotation.
  private mutating func copyParagraphs() {
    var paragraph = 0
    var line = 0
    while line < text.count {
      let end = text[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
      if text[line..<end].allSatisfy({ $0.isASCIISpace || $0 == UInt8(ascii: ">") }) {
        copy(paragraph..<end)
        paragraph = end
      }
      line = end
    }
    copy(paragraph..<text.count)
  }

  private mutating func copy(_ range: Range<Int>) {
    let count = Counts(text[range])
    cellCount += count.cells
    let boundsTables = cellCount > Self.cells || count.rules > Self.tableRules
    if boundsTables { cellCount -= count.cells }
    let boundsLinks = count.brackets > Self.brackets
    let boundsTags = count.declarations > Self.declarations
    let boundsDefinitions = count.longestDefinition > definitionLimit
    guard boundsTables || boundsLinks || boundsTags || boundsDefinitions else {
      result += text[range]
      return
    }
    for index in range {
      switch text[index] {
      case UInt8(ascii: "|") where boundsTables: result += "&#124;".utf8
      case UInt8(ascii: "[") where boundsLinks: result += "&#91;".utf8
      case UInt8(ascii: "<") where boundsTags: result += "&lt;".utf8
      case UInt8(ascii: ":") where boundsDefinitions && index > 0 && text[index - 1] == UInt8(ascii: "]"):
        result += "&#58;".utf8
      case let byte: result.append(byte)
      }
    }
  }

  /// What a paragraph holds of the marks that cost.
  private struct Counts {
    var brackets = 0
    /// `<!` and `<?`.
    var declarations = 0
    /// Lines of nothing but dashes, colons and pipes.
    var rules = 0
    /// What a table of all its lines would have.
    var cells = 0
    /// From one `]:` to the next, but for footnotes'.
    var longestDefinition = 0

    init(_ text: ArraySlice<UInt8>) {
      var width = 0
      var lines = 0
      for line in text.split(separator: 0x0A) {
        let pipes = line.count { $0 == UInt8(ascii: "|") }
        width = max(width, pipes + 1)
        lines += 1
        if line.allSatisfy({ "|-: >\t\r".utf8.contains($0) }) { rules += 1 }
      }
      if width > 1 { cells = lines.multipliedReportingOverflow(by: width).partialValue }
      var definition: Int?
      var label = text.startIndex
      for index in text.indices {
        switch text[index] {
        case UInt8(ascii: "["):
          brackets += 1
          label = index + 1
        case UInt8(ascii: "<") where index + 1 < text.endIndex && "!?".utf8.contains(text[index + 1]):
          declarations += 1
        case UInt8(ascii: ":") where index > text.startIndex && text[index - 1] == UInt8(ascii: "]"):
          if let definition { longestDefinition = max(longestDefinition, index - definition) }
          definition = label < text.endIndex && text[label] == UInt8(ascii: "^") ? nil : index
        default: break
        }
      }
      if let definition { longestDefinition = max(longestDefinition, text.endIndex - definition) }
    }
  }
}
