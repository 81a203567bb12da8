import IbidFormats
import IbidModel

/// Reads what a format writes again, some records at a time, and compares.
///
/// What is written is written twice: the copy that is read holds only these records, and needs what stands before and
/// behind all of them.
struct ReadBack {
  private let makeWriter: RecordFormat.Writing
  private let read: RecordFormat.Reading
  private var items: [Item] = []
  /// What could not be carried, in the order of the records.
  private(set) var losses: [RecordLoss] = []
  /// How many records had facts of PubMed that could not be carried.
  private(set) var losesPubMedFacts = 0

  /// Of a format that can be read; nil of any other.
  init?(_ format: ExportFormat) {
    guard let read = format.read else { return nil }
    self.read = read
    makeWriter = format.makeWriter
  }

  /// Takes a record that is written.
  mutating func add(_ item: Item) {
    items.append(item)
    if items.count == Self.batchSize { compare() }
  }

  /// Compares those that are left.
  mutating func finish() { compare() }

  private static let batchSize = 128

  private mutating func compare() {
    guard !items.isEmpty else { return }
    var reread: [Item] = []
    if var writer = try? makeWriter(WritingOptions()),
      var input = try? ByteInput.memory(Array(writer.text(of: items).utf8), path: "-")
    {
      _ = try? read(&input, ReadingOptions()) { reread.append($0) }
    }
    for (index, item) in items.enumerated() {
      let loss =
        index < reread.count
        ? RecordLoss(of: item, in: reread[index]) : RecordLoss(of: item, in: Item(id: item.id, type: item.type))
      if !loss.isEmpty { losses.append(loss) }
      if loss.losesPubMedFacts { losesPubMedFacts += 1 }
    }
    items.removeAll(keepingCapacity: true)
  }
}
