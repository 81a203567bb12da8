import IbidModel
import IbidScan
import IbidXML

/// Reads the records of an XML file one after another, in memory that does not grow with their number. A record that
/// is no XML is mended, or costs itself.
struct RecordElements: ~Copyable {
  /// What was met with, in the order of the file.
  private(set) var problems: [RecordProblem] = []
  private let path: String
  private var scanner: RecordScanner
  private let reader: XMLReader
  private var bytes: [UInt8] = []
  private var start = 0
  /// 1-based, of the byte at `start`.
  private var line = 1
  private var hasEnded = false

  /// Whether a set of records was met with, if an empty one.
  var hasSets: Bool { scanner.hasSets }

  /// The longest record that is read.
  private static let longest = 1 << 26

  init(_ names: RecordNames, path: String) throws(InputError) {
    self.path = path
    scanner = RecordScanner(names)
    do { reader = try XMLReader() } catch {
      throw .unreadable(path: path, reason: error.message)
    }
  }

  /// The next record and its line; nil at the end.
  mutating func next(from input: inout ByteInput) -> (element: RecordElement, line: Int)? {
    while true {
      // What is passed over counts once: a scan that needs more bytes is done again with them.
      var trial = scanner
      switch trial.next(in: bytes.span, from: start) {
      case .record(let range, let trouble):
        scanner = trial
        move(to: range.lowerBound)
        let line = line
        let element = element(in: range, trouble)
        move(to: range.upperBound)
        if let element { return (element, line) }
      case .unfinished(let from, let isRecord):
        move(to: from)
        if hasEnded || bytes.count - start > Self.longest {
          end(input, isInRecord: isRecord, trial)
          return nil
        }
        fill(from: &input)
      }
    }
  }

  private mutating func fill(from input: inout ByteInput) {
    bytes.removeSubrange(..<start)
    start = 0
    // As much again, so that a long record is not looked at again and again.
    let wanted = max(1 << 18, bytes.count)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let target = bytes.count + wanted
    while bytes.count < target {
      let count = block.withUnsafeMutableBytes { input.read(into: $0) }
      guard count > 0 else {
        hasEnded = true
        return
      }
      bytes += block[..<count]
    }
  }

  private mutating func move(to place: Int) {
    line += bytes[start..<place].count { $0 == 0x0A }
    start = place
  }

  private mutating func end(_ input: borrowing ByteInput, isInRecord: Bool, _ scanner: RecordScanner) {
    self.scanner = scanner
    let reason =
      input.breakOff
      ?? (isInRecord
        ? hasEnded ? "the file ends inside the record" : "the record is longer than 64 MiB"
        : scanner.openSets > 0 ? "the file ends before the end of its records" : nil)
    if let reason {
      problems.append(RecordProblem(outcome: .brokenOff, path: path, line: line, message: reason))
    }
    start = bytes.count
    hasEnded = true
  }

  private mutating func element(in range: Range<Int>, _ trouble: String?) -> RecordElement? {
    var failure: XMLFailure?
    if trouble == nil {
      var builder = RecordElementBuilder()
      failure = reader.parse(bytes.span.extracting(range), &builder)
      if failure == nil {
        if builder.undefinedEntities > 0 {
          problems.append(
            RecordProblem(
              outcome: .kept, path: path, line: line,
              message: "\(builder.undefinedEntities) undefined entities (&name;) are kept as they are spelled"))
        }
        return builder.root
      }
      var second = RecordElementBuilder()
      let mended = XMLRepair.repaired(bytes[range])
      if reader.parse(mended.span, &second) == nil { return second.root }
    }
    let message = trouble ?? "the record is no XML: \(failure?.message ?? "")"
    problems.append(
      RecordProblem(
        outcome: .rejected, path: path, line: line + max(0, (failure?.line ?? 1) - 1), message: message))
    return nil
  }
}
