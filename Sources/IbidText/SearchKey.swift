internal import IbidModel

/// Text as it is compared: without case, accents, punctuation and differences of spacing.
package enum SearchKey {
  /// The words of `text`: runs of letters and digits in lower case, Latin letters without their accents
  /// (`Łódź` as `lodz`, `Straße` as `strasse`). Apostrophes join what stands around them.
  package static func words(of text: String) -> [String] {
    folded(text).split(separator: " ").map(String.init)
  }

  /// The words of `text` with one blank between.
  package static func folded(_ text: String) -> String {
    var key: [UInt8] = []
    appendFolded(text, to: &key)
    return String(decoding: key, as: UTF8.self)
  }

  /// Appends the words of `text` with one blank between, and one before the first where `key` is not empty.
  package static func appendFolded(_ text: String, to key: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      guard let start = utf8.baseAddress else { return }
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FoldedText.room(for: utf8.count)) { room in
        guard let memory = room.baseAddress else { return }
        var folded = FoldedText(memory, isAfterText: !key.isEmpty)
        folded.append(start, count: utf8.count)
        key.append(contentsOf: UnsafeBufferPointer(start: memory, count: folded.count))
      }
    }
  }
}
