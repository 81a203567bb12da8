import IbidText

/// A linear model of hashed terms with several answers: what each term adds to each of them.
package struct TermWeights: Sendable {
  /// How many answers there are.
  package let answers: Int
  /// Terms by their hashes, ascending.
  package let hashes: [UInt32]
  /// The weights of each term, one for each answer, in 1/1024; those of no term come last.
  package let weights: [Int16]
  /// Places in `hashes` by the hashes' last bits, −1 where a place is free.
  private let table: [Int32]
  private let mask: UInt32

  /// One unit of a weight.
  package static let unit: Float = 1.0 / 1024

  /// Weights of these terms.
  package init(answers: Int, hashes: [UInt32], weights: [Int16]) {
    self.answers = answers
    self.hashes = hashes
    self.weights = weights
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    mask = UInt32(size - 1)
    var table = [Int32](repeating: -1, count: size)
    for (index, hash) in hashes.enumerated() {
      var place = Int((hash ^ (hash >> 15)) & mask)
      while table[place] >= 0 { place = (place + 1) & (size - 1) }
      table[place] = Int32(index)
    }
    self.table = table
  }

  /// The place of a term; nil where it is not known.
  @inline(__always)
  package func place(of hash: UInt32) -> Int? {
    var place = Int((hash ^ (hash >> 15)) & mask)
    while table[place] >= 0 {
      if hashes[Int(table[place])] == hash { return Int(table[place]) }
      place = (place + 1) & Int(mask)
    }
    return nil
  }

  /// The sums of terms, in units; begins with what no term says.
  package func start() -> [Float] { weights.suffix(answers).map(Float.init) }

  /// Adds a term with this value to the sums.
  @inline(__always)
  package func add(_ hash: UInt32, _ value: Float, to sums: inout [Float]) {
    guard let place = place(of: hash) else { return }
    for answer in 0..<answers { sums[answer] += value * Float(weights[place * answers + answer]) }
  }
}
