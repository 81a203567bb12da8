package import IbidModel

/// A format that records are read from or written in: all that anybody knows of it.
///
/// A format's folder holds its reader, its writer and this value; the list of formats in IbidKit holds a line for it.
/// Formats that need a module above this one are values of the same type there.
package struct RecordFormat: Sendable {
  /// Reads all items of an input, in their order. What `each` throws ends the reading; an input that cannot be used
  /// at all throws an ``InputError``.
  package typealias Reading =
    @Sendable (
      _ input: inout ByteInput, _ options: ReadingOptions, _ each: (Item) throws -> Void
    ) throws -> ReadingSummary

  /// Makes a writer.
  package typealias Writing = @Sendable (_ options: WritingOptions) throws -> any RecordWriter

  /// As it is named on the command line: `csl-json`.
  package let name: String
  /// What it is, for a person: `PubMed's XML export`.
  package let summary: String
  /// Shorter names: `json`.
  package let shortNames: [String]
  /// How names of its files end, without the point, in small letters.
  package let endings: [String]
  /// Whether a file whose text begins so (inflated, decoded, 64 kB at most) is of this format; nil where content does
  /// not tell, so that the format has to be named.
  package let recognizes: (@Sendable (_ prefix: [UInt8]) -> Bool)?
  /// How it is read; nil where it cannot be.
  package let read: Reading?
  /// How it is written; nil where it cannot be.
  package let makeWriter: Writing?
  /// Whether the bytes of some records are a file of their own, because nothing stands before or behind all of them.
  package let isWithoutFrame: Bool
  /// Whether it carries an item's `custom` whole.
  package let keepsCustom: Bool

  /// Makes a format.
  package init(
    name: String, summary: String, shortNames: [String] = [], endings: [String] = [],
    recognizes: (@Sendable (_ prefix: [UInt8]) -> Bool)? = nil, read: Reading? = nil, makeWriter: Writing? = nil,
    isWithoutFrame: Bool = false, keepsCustom: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.shortNames = shortNames
    self.endings = endings
    self.recognizes = recognizes
    self.read = read
    self.makeWriter = makeWriter
    self.isWithoutFrame = isWithoutFrame
    self.keepsCustom = keepsCustom
  }
}

/// What a reader may want to know; each takes what concerns it.
package struct ReadingOptions: Sendable {
  /// How many threads may parse.
  package var threads: Int

  /// Makes options.
  package init(threads: Int = 1) { self.threads = threads }
}

/// What a writer may want to know; each takes what concerns it.
package struct WritingOptions: Sendable {
  /// The style of running text, by name, title, ISSN or path; nil for the usual one.
  package var style: String?
  /// The journal whose style is wanted.
  package var journal: String?
  /// The language of running text as an RFC 4646 tag; nil for the style's own.
  package var locale: String?
  /// The path of the article that the references are for: styles are looked for beside it.
  package var article: String?

  /// Makes options.
  package init(style: String? = nil, journal: String? = nil, locale: String? = nil, article: String? = nil) {
    self.style = style
    self.journal = journal
    self.locale = locale
    self.article = article
  }
}
