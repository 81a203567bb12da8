package import IbidModel
import IbidText

/// Reads `.bib` files, of BibTeX's dialect and of biblatex', whatever is wrong with them.
///
/// An entry that is broken is told by file, line and key; what can be read of it is kept, and so are all others.
package struct BibTeXReader {
  private let path: String
  private var problems: [RecordProblem] = []
  private var rejected = 0
  private var strings = BibTeXStrings.standard
  private var stringBytes = 0
  private var toldStrings: Set<String> = []
  private var keys = GivenKeys()
  private var remarks: [String] = []
  private var families = BibTeXFamilies()
  private var encodings = BibTeXEncodings()
  private var hasWindows1252 = false
  /// The last item, which waits for the remarks behind it.
  private var last: Item?

  /// Problems that are told of one file.
  private static let mostProblems = 1000
  /// Faults that are told of one block.
  private static let mostFaults = 20

  private init(path: String) { self.path = path }

  /// Reads all entries of an input.
  ///
  /// - Throws: ``InputError`` where there is nothing of BibTeX's in it; what `each` throws.
  package static func read(_ input: inout ByteInput, each: (Item) throws -> Void) throws -> ReadingSummary {
    var reader = BibTeXReader(path: input.path)
    reader.encodings.look(at: input.peek(1 << 12))
    var blocks = BibTeXBlocks()
    var hasBlocks = false
    while let next = blocks.next(from: &input, strings: reader.strings) {
      hasBlocks = true
      for (name, line) in next.unknownStrings where reader.toldStrings.insert(name.lowercased()).inserted {
        reader.tell(line, nil, "no string “\(name)” is defined; its name is kept")
      }
      try reader.take(next.block, line: next.line, faultLines: next.faultLines, each: each)
    }
    guard hasBlocks || !blocks.hasText || input.breakOff != nil else {
      throw InputError.wrongFormat(path: input.path, found: "is no BibTeX: no entry begins in it, as `@article{` does")
    }
    for entry in reader.families.end() { try reader.give(entry, each: each) }
    try reader.giveLast(each: each)
    if reader.hasWindows1252, reader.encodings.isGuessed { reader.problems.append(RecordText.note(path: input.path)) }
    var summary = ReadingSummary(problems: reader.problems, rejected: reader.rejected)
    if let breakOff = input.breakOff {
      summary.problems.append(
        RecordProblem(outcome: .brokenOff, path: input.path, line: blocks.line, message: breakOff))
    }
    return summary
  }

  /// Reads all entries of bytes in memory: for tests and small files.
  package static func items(in bytes: [UInt8], path: String = "-") throws -> (items: [Item], summary: ReadingSummary) {
    var input = try ByteInput.memory(bytes, path: path)
    var items: [Item] = []
    let summary = try read(&input) { items.append($0) }
    return (items, summary)
  }

  private mutating func take(
    _ block: BibTeXBlock, line: Int, faultLines: [Int], each: (Item) throws -> Void
  ) throws {
    var key: String?
    if case .entry(let entry) = block.content { key = entry.key }
    for (fault, line) in zip(block.faults, faultLines).prefix(Self.mostFaults) { tell(line, key, fault.message) }
    switch block.content {
    case .nothing: break
    case .remark(let text): remarks.append(text)
    case .strings(let definitions): for (name, value) in definitions { define(name, value, line: line) }
    case .entry(var entry):
      // `@include{file}` of other programs holds no work.
      guard !(entry.type == "include" && entry.fields.isEmpty) else { return }
      entry.remarks = remarks
      remarks = []
      for entry in families.take(entry) { try give(entry, each: each) }
    }
  }

  /// Keeps a string: strings of strings make much of a small file.
  private mutating func define(_ name: String, _ value: [UInt8], line: Int) {
    guard stringBytes + value.count <= Self.mostStringBytes else {
      if stringBytes <= Self.mostStringBytes {
        tell(line, nil, "the strings of the file are too long in all; “\(name)” and longer ones are left out")
      }
      stringBytes = Self.mostStringBytes + 1
      return
    }
    stringBytes += value.count
    strings[name] = value
  }

  private static let mostStringBytes = 1 << 24

  /// Makes an item of an entry whose fields are all there.
  private mutating func give(_ family: BibTeXFamilies.Member, each: (Item) throws -> Void) throws {
    let entry = family.entry
    for message in family.faults { tell(entry.line, entry.key, message) }
    guard entry.type != "xdata" else {
      remarks = entry.remarks + remarks
      return
    }
    if entry.key.isEmpty {
      tell(entry.line, nil, "the entry has no key; one is made")
    } else {
      if keys.has(entry.key) {
        guard !families.hasRepeated(entry) else {
          return tell(entry.line, entry.key, "the same entry stands before, under the same key; it is given once")
        }
        tell(entry.line, entry.key, "the key is given to an entry before, too")
      }
      keys.add(entry.key)
    }
    var assembly = BibTeXAssembly(entry, encodings)
    let item = assembly.assemble()
    if !assembly.isUTF8 { hasWindows1252 = true }
    for message in assembly.faults { tell(entry.line, entry.key, message) }
    if let last { try each(last) }
    last = item
  }

  private mutating func giveLast(each: (Item) throws -> Void) throws {
    guard var item = last else { return }
    if !remarks.isEmpty { item.addBibTeX(BibTeXCustom.remarksBehind, .array(remarks.map(JSONValue.string))) }
    try each(item)
  }

  private mutating func tell(_ line: Int, _ key: String?, _ message: String) {
    guard problems.count < Self.mostProblems else { return }
    let record = key.flatMap { $0.isEmpty ? nil : $0 }
    problems.append(RecordProblem(outcome: .kept, path: path, line: line, record: record, message: message))
    if problems.count == Self.mostProblems {
      problems.append(
        RecordProblem(outcome: .kept, path: path, line: line, message: "more is wrong with the file; no more is told"))
    }
  }
}
