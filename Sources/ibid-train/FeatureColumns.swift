import IbidNotes

/// The features of all examples, computed once: for each of a token's features its row, -1 where it has none.
struct FeatureColumns {
  private var columns: [Int32] = []
  /// Where each example starts; one more than there are examples.
  private var starts = [0]

  init() {}

  /// The features of examples, as hashes until `chooseFeatures` has given them rows.
  init(_ examples: [Example], journals: JournalNames) {
    columns.reserveCapacity(examples.reduce(0) { $0 + $1.labels.count } * Features.perToken)
    for example in examples {
      for hash in Features(TokenAttributes(example.text, journals: journals)).hashes {
        columns.append(Int32(bitPattern: hash))
      }
      starts.append(columns.count)
    }
  }

  /// The rows of an example's features, token by token.
  func rows(of example: Int) -> ArraySlice<Int32> { columns[starts[example]..<starts[example + 1]] }

  /// Puts rows in place of hashes, and gives the hashes that have a row, in order.
  ///
  /// Counts stand in 2²⁴ slots of eight bits that hashes share, so that a few rare features get a row as well.
  mutating func chooseFeatures(standingMoreThan least: UInt8) -> [UInt32] {
    var seen = [UInt8](repeating: 0, count: 1 << 24)
    for column in columns {
      let slot = Self.slot(UInt32(bitPattern: column))
      if seen[slot] < 255 { seen[slot] += 1 }
    }
    // One bit for each hash that there is: they come out in order.
    var isChosen = [UInt64](repeating: 0, count: 1 << 26)
    for column in columns {
      let hash = UInt32(bitPattern: column)
      if seen[Self.slot(hash)] > least { isChosen[Int(hash >> 6)] |= 1 << UInt64(hash & 63) }
    }
    var features: [UInt32] = []
    for (index, bits) in isChosen.enumerated() where bits != 0 {
      for bit in 0..<64 where bits >> UInt64(bit) & 1 != 0 { features.append(UInt32(index) << 6 | UInt32(bit)) }
    }
    var rowOfFeature = FeatureRows(capacity: features.count)
    for feature in features { rowOfFeature.add(feature) }
    for index in columns.indices { columns[index] = rowOfFeature[UInt32(bitPattern: columns[index])] }
    return features
  }

  /// Puts new rows in place of old ones, by the number of the old.
  mutating func renumber(_ rowOfOld: [Int32]) {
    for index in columns.indices where columns[index] >= 0 { columns[index] = rowOfOld[Int(columns[index])] }
  }

  private static func slot(_ hash: UInt32) -> Int { Int((hash &* 0x9E37_79B1) >> 8) }
}
