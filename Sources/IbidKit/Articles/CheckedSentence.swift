import IbidClaims
public import IbidModel

/// A sentence of an article, what was made of it, and what its markers lead to.
///
///     for sentence in article.sentences where sentence.status == .uncited {
///       print(sentence.range.place.line, sentence.needsCitation, sentence.text)
///     }
public struct CheckedSentence: Sendable {
  /// The sentence as it was read: its text without markers, its place, what it stands in.
  public let sentence: Sentence
  /// Its name in reports: `s1` for the article's first.
  public let id: String
  /// The heading of the section that holds it; nil before the first.
  public let section: String?
  /// What it does.
  public let kind: ClaimKind
  /// How much it needs a citation, 0…1; a claim has 0.5 or more.
  public let needsCitation: Double
  /// Whether it has a citation behind it.
  public let status: CitationStatus
  /// Its markers, in order; a range such as «4–6» is three.
  public let markers: [CheckedMarker]
  /// Works that it names in passing, in order.
  public let mentions: [CheckedMention]
  /// Parts of it that no citation covers, though others do the rest.
  public let uncovered: [UncoveredPart]
  let judgement: Judgement

  /// The text without markers, white space runs made one blank.
  public var text: String { sentence.text }
  /// Where it stands, its markers included.
  public var range: SourceRange { sentence.range }

  /// What spoke for its needing a citation and against it, the heaviest first.
  public var reasons: [Reason] { judgement.reasons.map { Reason(feature: $0.name, weight: $0.weight) } }

  /// One feature of a sentence, and what it weighed.
  ///
  ///     for reason in sentence.reasons where reason.weight > 0 { print(reason.feature) }
  public struct Reason: Sendable, Hashable {
    /// The feature, in words.
    public let feature: String
    /// What it added to the log odds: above 0 for a citation, below against one.
    public let weight: Double
  }

  /// A clause behind the last marker of a cited sentence that claims something of its own.
  ///
  ///     for part in sentence.uncovered { print(part.range.place.column, part.text) }
  public struct UncoveredPart: Sendable, Hashable {
    /// The clause.
    public let text: String
    /// Where it stands.
    public let range: SourceRange
  }
}

/// A marker, and what it leads to.
///
///     for marker in sentence.markers where marker.works.isEmpty { print("nothing behind", marker.marker.label) }
public struct CheckedMarker: Sendable {
  /// The marker as it was read.
  public let marker: Marker
  /// 0-based index of the note that it leads to; nil where there is none of its label.
  public let note: Int?
  /// The works behind it.
  public let works: [CitedWork]
}
