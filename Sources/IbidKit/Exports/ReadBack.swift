import IbidFormats
import IbidModel

/// Reads what a format writes again, some records at a time, and compares.
///
/// Where nothing stands before or behind all records, their bytes are read as they were written. Else they are written
/// twice: the copy that is read holds only these records, and what the format puts around them.
struct ReadBack {
  private let makeWriter: RecordFormat.Writing
  private let read: RecordFormat.Reading
  private let isWithoutFrame: Bool
  private var items: [Item] = []
  /// What was written of these items.
  private var bytes: [UInt8] = []
  /// What could not be carried, in the order of the records.
  private(set) var losses: [RecordLoss] = []
  /// How many records had facts of PubMed that could not be carried.
  private(set) var losesPubMedFacts = 0

  /// Of a format that can be read; nil of any other.
  init?(_ format: ExportFormat) {
    guard let read = format.read else { return nil }
    self.read = read
    makeWriter = format.makeWriter
    isWithoutFrame = format.isWithoutFrame
  }

  /// Takes a record whose writer does not know that it is wholly there, and what was written for it.
  mutating func add(_ item: Item, written: ArraySlice<UInt8>) {
    if items.count == Self.batchSize { compare() }
    items.append(item)
    if isWithoutFrame { bytes += written }
  }

  /// Compares those that are left, with what was written behind all records.
  mutating func finish(written: ArraySlice<UInt8>) {
    if isWithoutFrame { bytes += written }
    compare()
  }

  private static let batchSize = 128

  private mutating func compare() {
    guard !items.isEmpty else { return }
    let reread = readItems()
    for (index, item) in items.enumerated() {
      let loss =
        index < reread.count
        ? RecordLoss(of: item, in: reread[index]) : RecordLoss(of: item, in: Item(id: item.id, type: item.type))
      if !loss.isEmpty { losses.append(loss) }
      if loss.losesPubMedFacts { losesPubMedFacts += 1 }
    }
    items.removeAll(keepingCapacity: true)
  }

  private mutating func readItems() -> [Item] {
    if !isWithoutFrame, var writer = try? makeWriter(WritingOptions()) {
      writer.begin()
      for item in items { writer.write(item) }
      _ = writer.end()
      bytes = writer.bytes
    }
    var reread: [Item] = []
    reread.reserveCapacity(items.count)
    if var input = try? ByteInput.memory(bytes, path: "-") {
      _ = try? read(&input, ReadingOptions()) { reread.append($0) }
    }
    bytes.removeAll(keepingCapacity: true)
    return reread
  }
}
