internal import IbidModel
internal import IbidText

/// Reads the remarks that switch rules off.
///
///     <!-- ibid-disable-line uncited-claim -- everybody knows -->      in Markdown, HTML and XML
///     % ibid-disable-next-line uncited-claim, lost-list               in LaTeX
///     [//]: # (ibid-disable old-evidence)  …  [//]: # (ibid-enable)    in Markdown
///     ibid-disable-next-line hollow-citation: an aside                at the start of a line of plain text
///
/// Without a rule's name it holds for all. What stands behind `--` or a colon is the reason.
package enum SuppressionReader {
  /// Every remark of an article's file, in order.
  package static func suppressions(in bytes: [UInt8]) -> [Suppression] {
    var found: [Suppression] = []
    var open: [Suppression] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard let directive = directive(in: line) else { continue }
      var one = Suppression(rules: directive.rules, lines: number...number, line: number, reason: directive.reason)
      switch directive.verb {
      case "line": found.append(one)
      case "next-line":
        one.lines = (number + 1)...(number + 1)
        found.append(one)
      case "": open.append(one)
      default:
        // What was opened for these rules (or for all, where none is named) ends here.
        let ends = open.indices.filter { directive.rules.isEmpty || open[$0].rules == directive.rules }
        for index in ends.reversed() {
          var closed = open.remove(at: index)
          closed.lines = closed.line...number
          found.append(closed)
        }
      }
    }
    found += open.map { one in
      var one = one
      one.lines = one.line...Int.max
      return one
    }
    return found.sorted { $0.line < $1.line }
  }

  private struct Directive {
    /// `line`, `next-line`, nothing for an opening one, `enable` for an end.
    var verb: String
    var rules: [String]
    var reason: String?
  }

  private static let leaders = ["<!--", "%", "[//]: # (", "[comment]: # (", "//", "#"].map { Array($0.utf8) }

  private static func directive(in line: ArraySlice<UInt8>) -> Directive? {
    guard let start = offset(of: Array("ibid-".utf8), in: line), isInRemark(line[line.startIndex..<start]) else {
      return nil
    }
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

  /// Only blanks, or a remark that has been opened and not closed, stand before it.
  private static func isInRemark(_ before: ArraySlice<UInt8>) -> Bool {
    let trimmed = Array(before).trimmedASCII
    return trimmed.isEmpty || leaders.contains { trimmed.suffix($0.count).elementsEqual(Array($0).trimmedASCII) }
      || leaders.contains { trimmed.suffix($0.count).elementsEqual($0) }
  }

  private static func offset(of word: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
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
    let text = String(decoding: Array(rest.utf8).trimmedASCII, as: UTF8.self)
    return text.isEmpty || text == ">" ? nil : text
  }

  private static func firstRange(of word: String, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(word) }
  }
}
