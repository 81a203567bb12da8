import IbidFormats
public import IbidModel

/// Writes all records of a choice in one of the formats that go record by record, as they are read.
public struct RecordStream {
  private let format: ExportFormat
  private let records: RecordChoice
  private var array = CSLJSONWriter()

  /// Bytes that are gathered before they are written.
  private static let blockSize = 1 << 17

  /// A stream of all these records; nil where the format needs to see them together.
  public init?(of records: RecordChoice, in format: ExportFormat) {
    guard format == .cslJSON || format == .jsonl else { return nil }
    self.records = records
    self.format = format
  }

  /// Gives the text to `put`, block by block, and returns what the readers met with.
  ///
  /// - Parameter onProgress: told now and then how far which file has been read.
  /// - Throws: `IbidError` where a file or the library cannot be read; what `put` throws.
  public mutating func write(
    onProgress: (String, ReadingProgress) -> Void = { _, _ in },
    to put: (UnsafeRawBufferPointer) throws(IbidError) -> Void
  ) throws(IbidError) -> [RecordProblem] {
    let problems = try records.read(onProgress: onProgress) { (item) throws(IbidError) in
      write(item)
      if array.bytes.count >= Self.blockSize { try flush(to: put) }
    }
    if format == .cslJSON { array.end() }
    try flush(to: put)
    return problems
  }

  private mutating func write(_ item: Item) {
    if format == .cslJSON { array.write(item) } else { array.writeLine(item) }
  }

  private mutating func flush(to put: (UnsafeRawBufferPointer) throws(IbidError) -> Void) throws(IbidError) {
    var failure: IbidError?
    array.bytes.withUnsafeBytes { bytes in
      do throws(IbidError) { try put(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    array.bytes.removeAll(keepingCapacity: true)
  }
}
