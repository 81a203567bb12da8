internal import IbidModel
import IbidText

/// The terms of a sentence, by which the model knows it: single words, pairs of neighbours, and how it begins.
///
/// A term is kept as the FNV-1a hash (32 bits) of its text. Letters are small, a number is `#`, a year `#y`.
package struct SentenceTerms: Sendable {
  /// A hash for each term, each once, in order of value.
  package private(set) var hashes: [UInt32] = []
  /// How many words the sentence has.
  package private(set) var wordCount = 0
  /// How many numbers that are no years.
  package private(set) var numberCount = 0
  /// How many years.
  package private(set) var yearCount = 0
  /// How many words begin with a capital letter, the first one apart.
  package private(set) var capitalCount = 0

  /// Reads a sentence.
  ///
  /// - Parameter collecting: is called with the text of each term.
  package init(_ text: String, collecting: ((UInt32, String) -> Void)? = nil) {
    var text = text
    text.withUTF8 { read($0, collecting) }
    hashes.sort()
    var kept = 0
    for index in hashes.indices where index == 0 || hashes[index] != hashes[index - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    hashes.removeSubrange(kept...)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ collecting: ((UInt32, String) -> Void)?) {
    hashes.reserveCapacity(bytes.count / 3 + 2)
    var scanner = TermScanner(bytes)
    var previous: Term?
    var start = Term(isCollecting: collecting != nil)
    start.append(UInt8(ascii: "^"))
    while let word = scanner.next() {
      count(word)
      var single = Term(isCollecting: collecting != nil)
      single.append(word)
      add(single, collecting)
      if var pair = previous {
        pair.append(UInt8(ascii: " "))
        pair.append(word)
        add(pair, collecting)
      }
      if wordCount <= 2 {
        if wordCount == 2 { start.append(UInt8(ascii: " ")) }
        start.append(word)
        add(start, collecting)
      }
      previous = single
    }
  }

  /// A term that is being put together; hashes go on where they are, so that no text is made but to collect it.
  private struct Term {
    var hash = UInt32.fnvBasis
    var text: [UInt8]?

    init(isCollecting: Bool) { text = isCollecting ? [] : nil }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
      hash = hash.fnv(byte)
      text?.append(byte)
    }

    @inline(__always)
    mutating func append(_ word: TermScanner.Word) { word.forEachByte { append($0) } }
  }

  @inline(__always)
  private mutating func add(_ term: Term, _ collecting: ((UInt32, String) -> Void)?) {
    hashes.append(term.hash)
    if let collecting { collecting(term.hash, String(decoding: term.text ?? [], as: UTF8.self)) }
  }

  private mutating func count(_ word: TermScanner.Word) {
    switch word.kind {
    case .number: numberCount += 1
    case .year: yearCount += 1
    case .capitalized: capitalCount += wordCount > 0 ? 1 : 0
    case .plain: break
    }
    wordCount += 1
  }
}
