import IbidText

/// The words of a quote, cut where it leaves out or puts in: at ellipses and brackets.
struct QuotedWords {
  private let parts: [String]

  /// How many words the quote has.
  var count: Int { parts.reduce(0) { $0 + $1.split(separator: " ").count } }

  init(_ quote: String) {
    var parts: [String] = []
    var part = ""
    var depth = 0
    var dots = 0
    for character in quote {
      dots = character == "." ? dots + 1 : 0
      switch character {
      case "[": depth += 1
      case "]": depth = max(0, depth - 1)
      default: break
      }
      if character == "…" || dots == 3 || character == "[" {
        parts.append(part)
        part = ""
      } else if depth == 0, character != "]" {
        part.append(character)
      }
    }
    self.parts = (parts + [part]).map(SearchKey.folded).filter { !$0.isEmpty }
  }

  /// Whether all parts occur in `text`, in their order.
  func occur(in text: String) -> Bool {
    var rest = " " + SearchKey.folded(text) + " "
    for part in parts {
      guard let end = Self.end(of: " " + part + " ", in: rest) else { return false }
      rest = " " + rest[end...]
    }
    return !parts.isEmpty
  }

  /// Behind the first occurrence; both texts are folded, so bytes compare as characters do.
  private static func end(of word: String, in text: String) -> String.Index? {
    let (word, bytes) = (Array(word.utf8), Array(text.utf8))
    guard word.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - word.count) where bytes[start] == word[0] {
      if bytes[start..<start + word.count].elementsEqual(word) {
        return text.utf8.index(text.startIndex, offsetBy: start + word.count)
      }
    }
    return nil
  }
}
