import IbidModel

/// What a reader sees of a field: the pieces of its result that writing it anew replaces.
///
/// What else stands in the result stays: others' comments, bookmarks, what was deleted with changes tracked.
struct WordResult {
  /// Tokens of elements to be replaced, each within a run.
  private(set) var units: [Int] = []
  /// Fields within the field, whose own characters go with their text.
  private let part: WordPart
  private let field: WordField

  init(_ field: WordField, in part: WordPart) {
    self.part = part
    self.field = field
    guard let separate = field.separate else { return }
    let end = field.form == .control ? part.tokens[separate].match : field.end
    var index = separate + 1
    while index < end {
      let token = part.tokens[index]
      guard token.opens else {
        index += 1
        continue
      }
      switch token.tag {
      case .deleted, .movedFrom: index = token.match + 1
      case _ where token.tag.isStory: index = token.match + 1
      case .fallback where !field.isFallback: index = token.match + 1
      case .fieldCharacter, .instruction:
        units.append(index)
        index = token.match + 1
      case _ where token.tag.isVisibleText:
        if token.parent.map({ part.tokens[$0].tag == .run }) == true { units.append(index) }
        index = token.match + 1
      default: index += 1
      }
    }
  }

  /// The text that a reader sees; paragraphs end in line breaks.
  var text: String {
    var text: [UInt8] = []
    var depth = 0
    var isInInstruction = [false]
    var paragraph: Int?
    for unit in units {
      let holder = part.ancestor(of: unit, .paragraph)
      if holder != paragraph, paragraph != nil, !text.isEmpty { text.append(0x0A) }
      paragraph = holder
      switch part.tokens[unit].tag {
      case .fieldCharacter:
        switch part.attribute(unit, "fldCharType") {
        case "begin":
          depth += 1
          isInInstruction.append(true)
        case "separate": isInInstruction[depth] = false
        default:
          if depth > 0 {
            depth -= 1
            isInInstruction.removeLast()
          }
        }
      case .text where !isInInstruction[depth]: text += part.text(of: unit)
      case .tab: text.append(0x09)
      case .lineBreak, .carriageReturn: text.append(0x0A)
      case .noBreakHyphen: text += "\u{2011}".utf8
      case .softHyphen: text += "\u{AD}".utf8
      default: break
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The units of each paragraph, in order; paragraphs without text are left out.
  var paragraphs: [(paragraph: Int, units: [Int])] {
    var paragraphs: [(paragraph: Int, units: [Int])] = []
    for unit in units {
      guard let paragraph = part.ancestor(of: unit, .paragraph) else { continue }
      if paragraphs.last?.paragraph == paragraph {
        paragraphs[paragraphs.count - 1].units.append(unit)
      } else {
        paragraphs.append((paragraph, [unit]))
      }
    }
    return paragraphs.filter { $0.units.contains { part.tokens[$0].tag == .text } }
  }
}
