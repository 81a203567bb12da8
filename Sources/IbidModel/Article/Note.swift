/// A note of an article: a foot- or endnote, or an entry of its reference list, and what was read in it.
///
///     let quoting = article.article.notes.filter { !$0.quotes.isEmpty }
public struct Note: Sendable, Hashable {
  /// The label that markers use: `12`, `fn:weng`.
  public var label: String
  /// Where the whole note stands, its label included.
  public var range: SourceRange
  /// The note's paragraphs, label taken off.
  public var paragraphs: [Paragraph]
  /// References, in order.
  public var references: [Reference] = []
  /// Verbatim quotes, in order.
  public var quotes: [Quote] = []
  /// Terse mentions of works, in order: «Webber et al», «see Cook».
  public var terseCitations: [TerseCitation] = []
  /// Where the note's words link to, in order.
  public var links: [Link] = []
  /// Whether the note says anything beside its references.
  public var hasCommentary = false

  /// Words of a note that link to an address.
  ///
  ///     let addresses = note.note.links.map(\.address)
  public struct Link: Sendable, Hashable {
    /// The address as the file gives it.
    public var address: String
    /// Where the words stand.
    public var range: SourceRange

    /// Makes a link.
    public init(address: String, range: SourceRange) {
      self.address = address
      self.range = range
    }
  }

  /// One paragraph or list item of a note.
  ///
  ///     let lists = note.note.paragraphs.filter { $0.listDepth > 0 }
  public struct Paragraph: Sendable, Hashable {
    /// Its text, white space runs made one blank.
    public var text: String
    /// Where it stands.
    public var range: SourceRange
    /// How deep in lists it stands; 0 for a plain paragraph.
    public var listDepth: Int

    /// Makes a paragraph.
    public init(text: String, range: SourceRange, listDepth: Int = 0) {
      self.text = text
      self.range = range
      self.listDepth = listDepth
    }
  }

  /// A note whose contents have not been read yet.
  public init(label: String, range: SourceRange, paragraphs: [Paragraph]) {
    self.label = label
    self.range = range
    self.paragraphs = paragraphs
  }
}

/// A reference as somebody wrote it, and the item that was read from it.
///
///     let unsure = note.note.references.filter { $0.confidence < 0.5 }
public struct Reference: Sendable, Hashable {
  /// The reference as it was written.
  public var text: String
  /// Where it stands.
  public var range: SourceRange
  /// What was read.
  public var item: Item
  /// How sure the reading is, 0…1.
  public var confidence: Double

  /// Makes a reference.
  public init(text: String, range: SourceRange, item: Item, confidence: Double) {
    self.text = text
    self.range = range
    self.item = item
    self.confidence = confidence
  }
}

/// Words that an author gives as another's.
///
///     for quote in note.note.quotes { print(quote.text) }
public struct Quote: Sendable, Hashable {
  /// The quoted words without their quotation marks.
  public var text: String
  /// Where they stand, quotation marks included.
  public var range: SourceRange

  /// Makes a quote.
  public init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// A work that is named without its reference: «Hopewell et al», «see Cook», «Ibid., p. 12», «Smith, Placebo, 12».
///
///     let names = note.note.terseCitations.flatMap(\.families)
public struct TerseCitation: Sendable, Hashable {
  /// How the work is named.
  ///
  ///     let repeated = note.note.terseCitations.filter { $0.form == .ibid }
  public enum Form: Sendable, Hashable {
    /// In passing: «Hopewell et al».
    case mention
    /// The work cited just before: «Ibid.».
    case ibid
    /// A work cited before, by its author, or by author and short title: «Smith, op. cit.», «Smith, Placebo, 12».
    case shortened
    /// The work of the note with this label: «Smith, supra note 4», «Smith (n 4)».
    case note(String)
  }

  /// The mention as it was written.
  public var text: String
  /// How the work is named.
  public var form = Form.mention
  /// The family names in it, in order; for another form than a mention the name as it stands.
  public var families: [String]
  /// The year in it, where there is one.
  public var year: Int?
  /// The words of the work's title, where they are given.
  public var title: String?
  /// The place in the work, as `p. 12`; nil where none is given.
  public var locator: String?
  /// Where it stands.
  public var range: SourceRange

  /// Makes a mention in passing.
  public init(text: String, families: [String], year: Int?, range: SourceRange) {
    self.text = text
    self.families = families
    self.year = year
    self.range = range
  }
}
