import IbidModel
import IbidText

/// Numbers for the stems of words, from 0 in the order in which they come.
struct StemTable: Sendable {
  /// How many stems have a number.
  private(set) var count = 0
  /// The stem's number of each word that came by; -1 for words that say nothing of a text's subject.
  private var words = HashedNumbers()
  private var stems = HashedNumbers()

  init() {
    for word in Self.emptyWords { words.insert(-1, for: UInt64(fnvOf: word.utf8)) }
  }

  /// Gives the number of each word's stem in `text` to `body`, in order; a stem that is new gets one. `room` is memory
  /// that is used again.
  mutating func number(_ text: String, room: inout [UInt8], _ body: (Int) -> Void) {
    Self.forEachWord(of: text, room: &room) { word, hash in
      let number = words[hash] ?? learn(word, hash)
      if number >= 0 { body(Int(number)) }
    }
  }

  /// The numbers of the stems of the words of `text`, in order; words whose stem has none are passed over.
  func numbers(_ text: String) -> [Int] {
    var room: [UInt8] = []
    var numbers: [Int] = []
    Self.forEachWord(of: text, room: &room) { word, hash in
      if let number = words[hash] ?? stems[Self.hash(ofStemOf: word)], number >= 0 { numbers.append(Int(number)) }
    }
    return numbers
  }

  /// Gives each word of `text`, folded, and its hash to `body`.
  @inline(__always)
  private static func forEachWord(
    of text: String, room: inout [UInt8], _ body: (Slice<UnsafeBufferPointer<UInt8>>, UInt64) -> Void
  ) {
    room.removeAll(keepingCapacity: true)
    SearchKey.appendFolded(text, to: &room)
    room.withUnsafeBufferPointer { bytes in
      var start = 0
      var hash = UInt64.fnvBasis
      for index in 0...bytes.count {
        if index < bytes.count, bytes[index] != UInt8(ascii: " ") {
          hash = hash.fnv(bytes[index])
          continue
        }
        if index > start { body(bytes[start..<index], hash) }
        start = index + 1
        hash = .fnvBasis
      }
    }
  }

  /// The words of `text` with a stem that has a number, each with that number, in order.
  func known(_ text: String) -> [(word: String, number: Int)] {
    SearchKey.words(of: text).compactMap { word in
      if let number = words[UInt64(fnvOf: word.utf8)] { return number < 0 ? nil : (word, Int(number)) }
      return stems[Self.hash(ofStemOf: word.utf8)].map { (word, Int($0)) }
    }
  }

  private mutating func learn(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ hash: UInt64) -> Int32 {
    let stem = Self.hash(ofStemOf: word)
    let number = stems[stem] ?? Int32(clamping: count)
    if number == count {
      stems.insert(number, for: stem)
      count += 1
    }
    words.insert(number, for: hash)
    return number
  }

  private static func hash(ofStemOf word: some Collection<UInt8>) -> UInt64 {
    // What is longer than any word is a name in a database; its ending means nothing.
    UInt64(fnvOf: word.count > 40 ? Array(word) : WordStem(of: word).bytes)
  }

  /// Words that say nothing of a text's subject.
  private static let emptyWords = """
    a an the of and or in on for to with by from at as is are was were be been being that this these those it its \
    their there which who whom has have had not no but than then also can could may might will would should such \
    into between among during after before both each other more most some any all only over under about using used \
    use we our they them he she his her i you your do does did so if when where while however thus therefore s t et al \
    due via per within without through because
    """.split(separator: " ")
}
