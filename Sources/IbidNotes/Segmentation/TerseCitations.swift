package import IbidModel
package import IbidText

/// Finds works that are named in passing: «Webber et al», «see Cook.», «(Smith and Jones, 1998)».
package enum TerseCitations {
  /// One mention; offsets count in the text that was searched.
  package struct Mention: Sendable, Hashable {
    /// The family names in it.
    package var families: [String]
    /// The year in it.
    package var year: Int?
    /// Half-open range of UTF-8 offsets.
    package var range: Range<Int>
  }

  /// The mentions in a stretch of UTF-8 bytes, in order.
  package static func mentions(in bytes: [UInt8], _ range: Range<Int>) -> [Mention] {
    let tokens = Tokenizer.tokens(of: bytes, in: range.clamped(to: 0..<bytes.count))
    return MentionScanner(bytes: bytes, tokens: tokens).mentions()
  }

  /// The mentions in a text, as a sentence of an article's body; offsets count in its UTF-8.
  package static func mentions(in text: String) -> [Mention] {
    let bytes = Array(text.utf8)
    return mentions(in: bytes, 0..<bytes.count)
  }

  /// The mentions in a stretch of a text, with their places in the file.
  package static func terseCitations(in reading: ReadingCopy, _ range: Range<Int>) -> [TerseCitation] {
    mentions(in: reading.bytes, range).map { mention in
      TerseCitation(
        text: NoteText.collapsed(reading.bytes, mention.range), families: mention.families, year: mention.year,
        range: reading.range(mention.range))
    }
  }
}
