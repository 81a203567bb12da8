package import IbidArticles
internal import IbidModel
package import IbidText

/// Reads the remarks that switch rules off, as each format writes remarks.
///
///     <!-- ibid-disable-line uncited-claim -- everybody knows -->      in Markdown, HTML and XML
///     % ibid-disable-next-line uncited-claim, lost-list               in LaTeX
///     [//]: # (ibid-disable old-evidence)  …  [//]: # (ibid-enable)    in Markdown
///     ibid-disable-next-line hollow-citation: an aside                at the start of a line of plain text
///
/// Without a rule's name it holds for all. What stands behind `--` or a colon is the reason.
package enum SuppressionReader {
  /// Every remark of an article, in order.
  package static func suppressions(in article: ReadArticle) -> [Suppression] {
    suppressions(in: article.source, syntax: article.format.remarks)
  }

  /// Every remark of a text whose remarks are written so, in order. What is opened in one file holds in those behind.
  package static func suppressions(in source: SourceText, syntax: RemarkSyntax) -> [Suppression] {
    let bytes = source.bytes
    guard offset(of: word, in: bytes[...]) != nil else { return [] }
    var remarks = RemarkScanner(syntax)
    var found: [Suppression] = []
    var open: [Suppression] = []
    var line = lineRange(from: 0, in: bytes)
    while line.lowerBound < bytes.count {
      let next = lineRange(from: min(line.upperBound, bytes.count), in: bytes)
      let text = bytes[line.clamped(to: 0..<bytes.count)]
      if let (start, directive) = directive(in: text, remarks) {
        var one = Suppression(
          rules: directive.rules, stretch: line, range: source.range(start..<start + word.count),
          reason: directive.reason)
        switch directive.verb {
        case "line": found.append(one)
        case "next-line":
          one.stretch = next
          found.append(one)
        case "": open.append(one)
        default:
          // What was opened for these rules (or for all, where none is named) ends here.
          let ends = open.indices.filter { directive.rules.isEmpty || open[$0].rules == directive.rules }
          for index in ends.reversed() {
            var closed = open.remove(at: index)
            closed.stretch = closed.stretch.lowerBound..<line.upperBound
            found.append(closed)
          }
        }
      }
      remarks.pass(text)
      line = next
    }
    found += open.map { one in
      var one = one
      one.stretch = one.stretch.lowerBound..<Int.max
      return one
    }
    return found.sorted { $0.range.position < $1.range.position }
  }

  /// The line that begins here, its line break included; the last one goes on for ever.
  private static func lineRange(from start: Int, in bytes: [UInt8]) -> Range<Int> {
    guard let end = bytes[start...].firstIndex(of: 0x0A) else { return start..<Int.max }
    return start..<end + 1
  }

  private struct Directive {
    /// `line`, `next-line`, nothing for an opening one, `enable` for an end.
    var verb: String
    var rules: [String]
    var reason: String?
  }

  private static let word = Array("ibid-".utf8)

  /// The first directive of a line, and where it begins.
  private static func directive(in line: ArraySlice<UInt8>, _ remarks: RemarkScanner) -> (start: Int, Directive)? {
    var rest = line
    while let start = offset(of: word, in: rest) {
      if remarks.beginsText(behind: line[..<start]), let found = directive(in: line, at: start) {
        return (start, found)
      }
      rest = rest[(start + word.count)...]
    }
    return nil
  }

  private static func directive(in line: ArraySlice<UInt8>, at start: Int) -> Directive? {
    var rest = String(decoding: line[start...].prefix(400), as: UTF8.self)[...]
    let verb: String
    if rest.hasPrefix("ibid-enable") {
      (verb, rest) = ("enable", rest.dropFirst(11))
    } else if rest.hasPrefix("ibid-disable") {
      rest = rest.dropFirst(12)
      let known = ["-next-line", "-line"].first { rest.hasPrefix($0) }
      verb = known.map { String($0.dropFirst()) } ?? ""
      rest = rest.dropFirst(known?.count ?? 0)
    } else {
      return nil
    }
    guard rest.unicodeScalars.first.map({ !$0.properties.isAlphabetic && $0 != "-" }) ?? true || rest.hasPrefix("--")
    else {
      return nil
    }
    return Directive(verb: verb, rules: rules(of: &rest), reason: reason(in: rest))
  }

  static func offset(of word: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= word.count else { return nil }
    return (line.startIndex...(line.endIndex - word.count)).first {
      line[$0] == word[0] && line[$0...].starts(with: word)
    }
  }

  /// Names of rules, set apart by commas or blanks, taken from the front of `rest`.
  private static func rules(of rest: inout Substring) -> [String] {
    var rules: [String] = []
    while true {
      rest = rest.drop { $0 == " " || $0 == "," || $0 == "\t" }
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
      guard let first = name.first, first != "-" else { return rules }
      let known = name.hasSuffix("--") ? name.dropLast(2) : name
      rules.append(String(known))
      rest = rest.dropFirst(known.count)
      if rest.hasPrefix(":") { return rules }
    }
  }

  private static func reason(in rest: Substring) -> String? {
    var rest = rest.drop { $0 == " " }
    guard rest.hasPrefix("--") || rest.hasPrefix(":") else { return nil }
    rest = rest.drop { $0 == "-" || $0 == ":" || $0 == " " }
    for end in ["-->", "\r"] { if let range = firstRange(of: end, in: rest) { rest = rest[..<range] } }
    let text = rest.trimmedASCII
    return text.isEmpty || text == ">" ? nil : text
  }

  private static func firstRange(of word: String, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(word) }
  }
}
