import IbidModel
import IbidText

/// Finds the faults of a `.bib` file that break BibTeX or biber, or print wrong, each with its place.
///
/// Goes through the file once, entry by entry; what depends on the whole of it waits until its end.
package struct BibTeXLint {
  var faults: [BibTeXFault] = []
  let bytes: [UInt8]
  /// Keys as they were given first, by their small letters.
  var keys: [String: String] = [:]
  /// The keys of the entries that gave each DOI first.
  var dois: [Identifier: String] = [:]
  /// The names of all strings in small letters.
  var strings: Set<String>
  /// Whether something stands in the file that only biblatex has.
  var isBiblatex = false
  /// Faults that are none where the file's end tells so.
  var waiting: [(fault: BibTeXFault, condition: Condition)] = []

  /// What makes a fault that waits one.
  enum Condition {
    case noString(String), noKey(String), isBibTeX, isBiblatex
  }

  /// Fields that nobody knows and no misspelling makes: each is told once.
  var unknownFields: Set<String> = []
  /// Values with bytes that are no UTF-8, and where the first of them stands: the file's encoding is told once.
  var foreignValues = (count: 0, first: 0..<0)
  /// Where one remark has lost its brace, the next ones are not looked through to the file's end.
  private var longestRemark = Int.max

  /// All faults of a file in UTF-8, in its order.
  package static func faults(in bytes: [UInt8]) -> [BibTeXFault] {
    var lint = BibTeXLint(bytes)
    lint.look()
    lint.decide()
    return lint.faults.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    strings = Set(BibTeXStrings.standard.keys).union(Self.months)
  }

  /// The months' names, which every style defines.
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  mutating func tell(
    _ rule: String, at range: Range<Int>, _ message: String, severity: Severity? = nil, fix: BibTeXFault.Edit? = nil,
    if condition: Condition? = nil
  ) {
    let severity = severity ?? BibTeXRule.severities[rule] ?? .warning
    let range = range.clamped(to: 0..<bytes.count)
    let fault = BibTeXFault(rule: rule, severity: severity, range: range, message: message, fix: fix)
    if let condition { waiting.append((fault, condition)) } else { faults.append(fault) }
  }

  /// The same at a stretch of a value; the edit is left out where it would go over several pieces.
  mutating func tell(
    _ rule: String, in value: WrittenValue, at stretch: Range<Int>, _ message: String, severity: Severity? = nil,
    replacement: [UInt8]? = nil, if condition: Condition? = nil
  ) {
    let range = value.range(of: stretch)
    let start = value.place(of: stretch.lowerBound)
    let edit = replacement.flatMap { text in range.map { BibTeXFault.Edit(range: $0, text: text) } }
    tell(rule, at: range ?? start..<start + 1, message, severity: severity, fix: edit, if: condition)
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Goes from one `@` to the next, past lines of remarks.
  private mutating func look() {
    var index = 0
    var isRemark = false
    var startsLine = true
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "@") where !isRemark:
        startsLine = false
        if let end = lookAtBlock(from: index), end > index {
          index = end
          continue
        }
        if index + 1 < bytes.count, bytes[(index + 1)...].trimmedASCII.prefix(40).allSatisfy(\.isASCIILetter),
          index == 0 || bytes[index - 1] == 0x0A
        {
          tell("cut-off", at: index..<index + 1, "the file ends where an entry begins")
        }
      case 0x0A, 0x0D:
        startsLine = true
        isRemark = false
      case UInt8(ascii: "%") where startsLine: isRemark = true
      case 0x20, 0x09: break
      default: startsLine = false
      }
      index += 1
    }
  }

  /// Looks at what begins here, and returns where it ends; nil where nothing does.
  private mutating func lookAtBlock(from start: Int) -> Int? {
    var parser = BibTeXBlockParser(
      bytes: bytes, isWhole: true, strings: [:], longestRemark: longestRemark, index: start)
    parser.places = BibTeXPlaces()
    let found: BibTeXBlock?
    do throws(BibTeXNeedsMore) { found = try parser.block(at: 0) } catch { return nil }
    guard let block = found, let places = parser.places else { return nil }
    if parser.hasOpenRemark {
      longestRemark = 1 << 10
      tell("unbalanced-braces", at: start..<block.end, "this block is not closed")
    }
    switch block.content {
    case .entry(let entry):
      look(at: Entry(type: entry.type, key: entry.key, start: start, block: block, places))
      if bytes[block.end...].first(where: { !$0.isASCIISpace }) == UInt8(ascii: "}") {
        tell("unbalanced-braces", at: block.end - 1..<block.end, "more braces are closed here than the entry opens")
      }
    case .strings:
      lookAtSyntax(of: Entry(type: "string", key: "", start: start, block: block, places))
      for field in places.fields {
        strings.insert(field.name)
        lookAtWords(of: field, places)
        let pieces = places.pieces[field.pieces]
        for piece in pieces { lookAtCharacters(piece.range, isPrinted: true) }
        lookAtLaTeX(pieces)
      }
    case .remark, .nothing: break
    }
    return block.end
  }

  /// An entry, and where its parts stand.
  struct Entry {
    var type: String
    var key: String
    var start: Int
    var block: BibTeXBlock
    var places: BibTeXPlaces
    /// Whether fields may be missing only because the entry is broken.
    var isDamaged = false

    init(type: String, key: String, start: Int, block: BibTeXBlock, _ places: BibTeXPlaces) {
      (self.type, self.key, self.start, self.block, self.places) = (type, key, start, block, places)
    }

    /// The `@` and the type, where is told what belongs to no field.
    var head: Range<Int> { start..<start + 1 + type.utf8.count }
  }

  /// Keeps of the faults that wait those that are some.
  private mutating func decide() {
    for (fault, condition) in waiting {
      let isFault =
        switch condition {
        case .noString(let name): !strings.contains(name)
        case .noKey(let key): keys[key] == nil
        case .isBibTeX: !isBiblatex
        case .isBiblatex: isBiblatex
        }
      if isFault { faults.append(fault) }
    }
    if foreignValues.count > 0 {
      let others = foreignValues.count == 1 ? "" : ", here and in \(foreignValues.count - 1) more values"
      tell(
        "wrong-encoding", at: foreignValues.first,
        "this byte is no UTF-8, as the file is taken for\(others)")
    }
  }
}
