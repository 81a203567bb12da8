/// What the trees look at, besides a sentence's words: its place, its neighbours, and where its article cites.
///
/// The raw values index the rows that the trees were grown on: a change asks for training again.
package enum WorthinessFeature: Int, Sendable, CaseIterable {
  case words, wordsBefore, wordsBehind, wordsOfParagraph, wordsOfArticle, wordsOfSection
  case section, placeInParagraph, placeFromEnd, paragraphLength, placeInArticle, placeInSection
  case length, numbers, years, capitals, parentheses, commas, characters, firstPerson, pointsAtDisplay
  // What stands below is known only where the article cites at all.
  case citedBefore, citedTwoBefore, citedBehind, citedTwoBehind
  case citedInParagraph, shareOfParagraph, shareOfArticle, shareOfSection
  case shareOfParagraphBefore, shareOfParagraphBehind, distanceBefore, distanceBehind
  case surpriseBefore, surpriseBehind, surpriseOfArticle, surpriseOfSection

  /// Features from here on speak of other sentences' citations.
  package static let firstOfContext = Self.citedBefore

  /// What it is, in words for a person.
  package var name: String {
    switch self {
    case .words: "its words"
    case .wordsBefore, .wordsBehind: "the words of the sentence beside it"
    case .wordsOfParagraph: "the words of its paragraph"
    case .wordsOfArticle, .wordsOfSection: "the words of the text around it"
    case .section: "the part of the article that it stands in"
    case .placeInParagraph, .placeFromEnd: "its place in the paragraph"
    case .paragraphLength: "the length of its paragraph"
    case .placeInArticle, .placeInSection: "its place in the article"
    case .length, .characters: "its length"
    case .numbers: "the numbers in it"
    case .years: "the years in it"
    case .capitals: "the names in it"
    case .parentheses: "the parentheses in it"
    case .commas: "the commas in it"
    case .firstPerson: "whether it speaks of its writers"
    case .pointsAtDisplay: "whether it points at a table or figure"
    case .citedBefore, .citedTwoBefore, .distanceBefore, .surpriseBefore: "whether sentences before it are cited"
    case .citedBehind, .citedTwoBehind, .distanceBehind, .surpriseBehind: "whether sentences behind it are cited"
    case .citedInParagraph, .shareOfParagraph: "how much its paragraph cites"
    case .shareOfArticle, .surpriseOfArticle: "how much the article cites"
    case .shareOfSection, .surpriseOfSection: "how much this part of the article cites"
    case .shareOfParagraphBefore, .shareOfParagraphBehind: "how much the paragraphs beside it cite"
    }
  }
}
