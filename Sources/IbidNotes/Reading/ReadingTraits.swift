import IbidText

/// What a reading leaves over, how sure its parts are, and what its text is like: what tells, beside its fields, how
/// likely it is right.
struct ReadingTraits: Sendable {
  /// How likely the reading is among all that there are, 0…1.
  var share = 1.0
  /// Whether the container is a journal that is known by its name.
  var knowsJournal = false
  /// Words, words with a capital, and numbers that are in no field.
  var words = 0
  var capitals = 0
  var numbers = 0
  /// The probability of the least sure token of a title, of a container, of any number or date.
  var title: Float = 1
  var container: Float = 1
  var number: Float = 1
  /// Words that German, and that Romance languages print between others.
  var germanWords = 0
  var romanceWords = 0
  /// How many bytes the text has.
  var length = 0

  /// No trait but what the text says.
  init() {}

  init(_ text: ReferenceText, _ reading: Reading, share: Float) {
    self.share = Double(share)
    knowsJournal = reading.knowsJournal
    length = text.range.count
    for (index, label) in reading.labels.enumerated() {
      let token = text.tokens[index]
      let confidence = index < reading.confidences.count ? reading.confidences[index] : 1
      switch label {
      case .other:
        if token.kind == .number { numbers += 1 } else if token.startsUpper { capitals += 1 }
        if token.isWord { words += 1 }
      case .title: title = min(title, confidence)
      case .container: container = min(container, confidence)
      case .volume, .issue, .page, .date: number = min(number, confidence)
      default: break
      }
      guard token.kind == .lower, token.length <= 4 else { continue }
      switch Self.languages[PackedWord(token, text.bytes)] {
      case 1: germanWords += 1
      case 2: romanceWords += 1
      default: break
      }
    }
  }

  private static let languages = PackedWords([
    1: "der die das und des im zur zum von bei dem den ein eine auf aus mit als wie hrsg bd jg s",
    2: "da do dos das la los las el y e para por com con et les du un une au aux na no em en del che il gli",
  ])
}
