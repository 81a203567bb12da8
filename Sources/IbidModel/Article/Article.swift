/// An article as its reader understood it: headings and paragraphs cut into sentences, the citation markers in
/// them, and the notes that these point at.
///
///     print(article.article.format, article.article.wordCount)
public struct Article: Sendable, Hashable {
  /// The path under which the article was read.
  public var path: String
  /// The format's name, as in `plain-text` or `markdown`.
  public var format: String
  /// What holds for every article of this format.
  package var traits = ArticleTraits()
  /// The article's title, where it has one.
  public var title: String?
  /// The article's sections, in order; headings before the first section's do not count.
  public var sections: [Section] = []
  /// Sentences of the body (notes and reference lists apart), in the order of the file.
  public var sentences: [Sentence] = []
  /// Markers, in the order of the file.
  public var markers: [Marker] = []
  /// Notes, in the order of the file.
  public var notes: [Note] = []
  /// Where words link to an address, in the order of the file.
  package var links: [SourceRange] = []
  /// Words of the body.
  public var wordCount = 0

  /// An article without content.
  public init(path: String, format: String) {
    self.path = path
    self.format = format
  }
}

/// A part of an article under a heading.
///
///     let headings = article.article.sections.map(\.title)
public struct Section: Sendable, Hashable {
  /// The heading's text without markers.
  public var title: String
  /// 1 for the highest heading below the article's title.
  public var level: Int
  /// Where the heading stands.
  public var range: SourceRange

  /// Makes a section.
  public init(title: String, level: Int, range: SourceRange) {
    self.title = title
    self.level = level
    self.range = range
  }
}

/// A sentence of an article's body, a heading or a list's item.
///
///     let longest = article.article.sentences.max { $0.text.count < $1.text.count }
public struct Sentence: Sendable, Hashable {
  /// What the sentence stands in.
  ///
  ///     let captions = article.article.sentences.filter { $0.setting == .caption }
  public enum Setting: String, Sendable, Hashable {
    case paragraph, heading, listItem, quotation, caption, metadata
  }

  /// The text with its markers taken out and white space runs made one blank.
  public var text: String
  /// Where it stands, its markers included.
  public var range: SourceRange
  /// What it stands in.
  public var setting: Setting
  /// 0-based index into the article's sections; nil before the first.
  public var section: Int?
  /// 0-based number of the block (paragraph, heading, list item) that holds it.
  public var block: Int
  /// 0-based half-open range of indices into the article's markers.
  public var markers: Range<Int>

  /// Makes a sentence.
  public init(
    text: String, range: SourceRange, setting: Setting, section: Int?, block: Int, markers: Range<Int>
  ) {
    self.text = text
    self.range = range
    self.setting = setting
    self.section = section
    self.block = block
    self.markers = markers
  }
}

/// What stands in the text to point at one note or one item: «12», «[@weng2023]», «\cite{weng2023}».
///
/// A range such as «4–6» is three markers with the same range.
///
///     let labels = article.article.markers.map(\.label)
public struct Marker: Sendable, Hashable {
  /// What a marker points at.
  ///
  ///     let keys = article.article.markers.compactMap { marker -> String? in
  ///       if case .key(let key) = marker.target { key } else { nil }
  ///     }
  public enum Target: Sendable, Hashable {
    /// The note with this label.
    case note(String)
    /// The item with this citation key.
    case key(String)
  }

  /// How the marker is written.
  ///
  ///     let footnotes = article.article.markers.count { $0.style == .footnote }
  public enum Style: String, Sendable, Hashable {
    case superscript, bracket, parenthesis, authorYear, footnote, citationKey
  }

  /// The label as a reader sees it: `12`, `weng2023`.
  public var label: String
  /// What it points at.
  public var target: Target
  /// How it is written.
  public var style: Style
  /// Where it stands: for one of a fused run («101112») its own digits, for a range or a bracketed key the whole.
  public var range: SourceRange
  /// A locator, as `p. 33`; nil where none is given.
  public var locator: String?
  /// Text before the cite, as in `[see @weng2023]`.
  public var prefix: String?
  /// Text behind the cite and its locator.
  public var suffix: String?
  /// Whether the author's name is left to the prose: pandoc's `-@key`.
  public var suppressesAuthor = false
  /// Whether the author's name is part of the sentence: pandoc's `@key` without brackets.
  public var isInText = false
  /// The number of the group of markers that make one citation, counted from 0 through the article.
  public var citation: Int

  /// Makes a marker.
  public init(label: String, target: Target, style: Style, range: SourceRange, citation: Int) {
    self.label = label
    self.target = target
    self.style = style
    self.range = range
    self.citation = citation
  }
}
