import IbidModel

/// What labels in brackets mean in a Markdown text: addresses of links, and works of MultiMarkdown's citations.
///
/// Source: CommonMark 0.31, «Link reference definitions»; MultiMarkdown 6 User's Guide, «Citations»; Manubot's
/// documentation, «Citation aliases».
struct MarkdownDefinitions: Sendable {
  /// Addresses of links by their labels in lower case.
  private(set) var links: [String: String] = [:]
  /// The labels of MultiMarkdown's citations: `#key`.
  private(set) var works: Set<String> = []

  /// The labels of examples, which `@label` refers to.
  private(set) var examples: Set<String> = []

  /// Takes a line `[label]: address`.
  mutating func addLink(_ label: String, address: String) {
    links[label.lowercased()] = links[label.lowercased()] ?? address
  }

  /// Takes those of another part of the text, which stand behind its own.
  mutating func add(_ others: Self) {
    links.merge(others.links) { first, _ in first }
    works.formUnion(others.works)
    examples.formUnion(others.examples)
  }

  /// Takes the labels of a paragraph that is a list of examples: `(@label) text`, an item a line.
  ///
  /// Source: pandoc's manual, «Numbered example lists».
  mutating func addExamples(_ text: [UInt8], _ lines: [Range<Int>]) {
    let opening = Array("(@".utf8)
    guard let first = lines.first, text[first].starts(with: opening) else { return }
    for line in lines where text[line].starts(with: opening) {
      let label = text[line].dropFirst(2).prefix {
        $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 || "_-".utf8.contains($0)
      }
      let rest = text[label.endIndex..<line.upperBound]
      guard rest.first == UInt8(ascii: ")"), rest.dropFirst().first?.isASCIISpace ?? true else {
        if line == first { return }
        continue
      }
      if !label.isEmpty { examples.insert(String(decoding: label, as: UTF8.self)) }
    }
  }

  /// Takes the examples of a note.
  mutating func addExamples(of note: Self) { examples.formUnion(note.examples) }

  /// Takes the label of `[#key]: reference`.
  mutating func addWork(_ label: String) { works.insert(label) }

  /// Where a link with this label leads; nil where there is none.
  func address(_ text: [UInt8], _ label: Range<Int>) -> String? {
    label.count < 200 && !links.isEmpty ? links[MarkdownLabel.folded(text, label)] : nil
  }

  /// A link's address without the title behind it.
  static func address(_ text: [UInt8], _ range: Range<Int>) -> String {
    let words = text[range].split(whereSeparator: { $0.isASCIISpace })
    return String(
      decoding: (words.first ?? []).filter { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }, as: UTF8.self)
  }

  /// A citation whose keys that stand for an identifier, `[@key]: doi:10.1000/x`, are that identifier.
  func resolved(_ citation: ArticleDraft.Citation) -> ArticleDraft.Citation {
    guard !links.isEmpty else { return citation }
    var citation = citation
    for index in citation.markers.indices {
      guard case .key(let key) = citation.markers[index].target, let named = links["@" + key.lowercased()] else {
        continue
      }
      citation.markers[index].target = .key(named)
    }
    return citation
  }

  /// MultiMarkdown's citation at an opening bracket, `[#key]`, `[#key;]` or `[p. 12][#key]`, and the offset behind it;
  /// nil where none stands there or its work is not defined.
  func citation(
    _ text: [UInt8], _ brackets: MarkdownBrackets, at open: Int
  ) -> (citation: ArticleDraft.Citation, end: Int)? {
    guard !works.isEmpty else { return nil }
    let close = Int(brackets.close[open])
    var inside = open + 1..<close
    var locator: Range<Int>?
    if close + 1 < text.count, text[close + 1] == UInt8(ascii: "["), brackets.close[close + 1] > 0 {
      (locator, inside) = (inside, close + 2..<Int(brackets.close[close + 1]))
    }
    let end = inside.upperBound + 1
    // A semicolon makes the authors a part of the sentence.
    let isInText = text[inside].last == UInt8(ascii: ";")
    let label = String(decoding: isInText ? text[inside].dropLast() : text[inside], as: UTF8.self)
    guard label.first == "#", works.contains(label) else { return nil }
    var marker = ArticleDraft.MarkerDraft(
      label: String(label.dropFirst()), target: .note(label), style: .citationKey, range: open..<end)
    if let locator {
      let words = PandocCitation(text: text).locator(locator)
      (marker.locator, marker.suffix) = words
      if words.suffix?.lowercased() == "not cited" { return nil }
    }
    return (ArticleDraft.Citation(range: open..<end, markers: [marker]), end)
  }
}
