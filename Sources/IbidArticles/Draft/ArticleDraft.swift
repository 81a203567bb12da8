import IbidModel
import IbidText

/// An article as a format's reader took it apart: the text as it reads, its blocks, its notes, and the citations that
/// the format marks as such. All ranges are UTF-8 offsets of `text`.
struct ArticleDraft: Sendable {
  var title: String?
  var text: [UInt8]
  var map = SourceMap.identity
  var blocks: [Block] = []
  var notes: [NoteDraft] = []
  var citations: [Citation] = []
  /// Code and formulas within paragraphs, in which no number is a marker.
  var verbatim: [Range<Int>] = []
  /// What markup raises above the line, in order.
  var raised: [Range<Int>] = []
  /// Links out of the article, wherever they stand.
  var links: [Link] = []
  /// The host at which the article itself stands, where it says so.
  var site: String?

  init(text: [UInt8]) { self.text = text }

  /// A paragraph, heading, list item or caption of the body.
  struct Block: Sendable {
    var range: Range<Int>
    var setting: Sentence.Setting
    /// 1 for the highest heading below the title; 0 for the title and for all that is no heading.
    var level = 0
    /// Code and formulas count as text, and hold no sentence.
    var isVerbatim = false
    /// The item of a list that the block begins.
    var item: Item?

    /// How an item of a list is marked.
    enum Item: Sendable, Hashable { case numbered(Int), bulleted }
  }

  /// Words that link to an address.
  struct Link: Sendable {
    var range: Range<Int>
    var address: String
  }

  /// A note and its paragraphs.
  struct NoteDraft: Sendable {
    var label: String
    var range: Range<Int>
    var paragraphs: [Paragraph]
    /// Records of works that the file carries for stretches of the note or for its citations.
    var records: [(range: Range<Int>, item: Item)] = []
    /// Where the note starts in the file, where its label is no part of the text.
    var sourceStart: Int?

    init(label: String, range: Range<Int>, paragraphs: [Paragraph]) {
      self.label = label
      self.range = range
      self.paragraphs = paragraphs
    }

    struct Paragraph: Sendable {
      var range: Range<Int>
      var listDepth = 0
    }
  }

  /// Markers that make one citation.
  struct Citation: Sendable {
    /// What a reader would take out: brackets and separators included.
    var range: Range<Int>
    /// Whether the sentence needs the words of the citation: «Smith et al. (2010)».
    var isInText = false
    /// Whether semicolons part words from it that cite no work: `[@weng2023; and more]`.
    var hasPartWithoutKey = false
    var markers: [MarkerDraft]

    init(range: Range<Int>, isInText: Bool = false, markers: [MarkerDraft]) {
      self.range = range
      self.isInText = isInText
      self.markers = markers
    }

    /// A citation whose markers all stand where it does.
    init(range: Range<Int>, isInText: Bool = false, placing markers: [MarkerDraft]) {
      self.init(range: range, isInText: isInText, markers: markers)
      for index in self.markers.indices { self.markers[index].range = range }
    }
  }

  struct MarkerDraft: Sendable {
    var label: String
    var target: Marker.Target
    var style: Marker.Style
    var range: Range<Int>
    var locator: String?
    var prefix: String?
    var suffix: String?
    /// All that stands behind a key, the locator included, as it was written: `, p. 33 *and* more`.
    var words: String?
    var suppressesAuthor = false
  }
}
