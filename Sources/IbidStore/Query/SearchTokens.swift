/// The parts of a search as a person types it.
enum SearchToken: Equatable {
  case word(String)
  /// Words in quotation marks.
  case phrase(String)
  case opening
  case closing

  /// Blank-separated parts; quotation marks make one part of what stands between, a column before them stays. A
  /// parenthesis before a word or behind it groups; one within a word, as in «child(ren)», is of the word.
  static func tokens(of text: String) -> [SearchToken] {
    var tokens: [SearchToken] = []
    var part = ""
    var isQuoted = false
    func end() {
      if !part.isEmpty { append(part, to: &tokens) }
      part = ""
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "“", "”":
        if isQuoted {
          if !part.isEmpty { tokens.append(part.contains(":") ? .word(part) : .phrase(part)) }
          part = ""
        } else if !part.hasSuffix(":") {
          end()
        } else {
          // Parentheses before the column of a phrase group, too.
          while part.first == "(" {
            tokens.append(.opening)
            part.removeFirst()
          }
        }
        isQuoted.toggle()
      case " " where !isQuoted, "\t" where !isQuoted, "\n" where !isQuoted: end()
      default: part.unicodeScalars.append(scalar)
      }
    }
    end()
    return tokens
  }

  private static func append(_ part: String, to tokens: inout [SearchToken]) {
    var rest = part[...]
    // «-(a OR b)» excludes the group.
    if rest.hasPrefix("-(") {
      tokens.append(.word("NOT"))
      rest.removeFirst()
    }
    while rest.first == "(" {
      tokens.append(.opening)
      rest.removeFirst()
    }
    var closings = 0
    // Those that the word itself opens are its own.
    while rest.last == ")", rest.count(where: { $0 == ")" }) > rest.count(where: { $0 == "(" }) {
      closings += 1
      rest.removeLast()
    }
    if !rest.isEmpty { tokens.append(.word(String(rest))) }
    for _ in 0..<closings { tokens.append(.closing) }
  }
}
