import IbidModel

/// Reads the inside of one block of reStructuredText.
///
/// Source: docutils, «Inline Markup»: a mark opens or closes where words begin and end.
struct RSTInline {
  private let names: RSTNames

  /// Appends the text of a block to `writer`.
  static func append(_ pieces: [Range<Int>], of file: [UInt8], names: RSTNames, to writer: inout DraftWriter) {
    let inline = RSTInline(names: names)
    var scanner = InlineScanner(pieces, of: file)
    scanner.scan(into: &writer, isSpecial: special) { inline.read(&$0) }
  }

  private static let special = InlineScanner.specials("\\`*_[|:")

  private func read(_ scanner: inout InlineScanner) {
    switch scanner.text[scanner.index] {
    case UInt8(ascii: "\\"): readEscape(&scanner)
    case UInt8(ascii: "`"): readQuoted(&scanner, role: nil, start: scanner.index)
    case UInt8(ascii: "*"): readEmphasis(&scanner)
    case UInt8(ascii: "_"): readUnderscore(&scanner)
    case UInt8(ascii: "["): readMark(&scanner)
    case UInt8(ascii: "|"): readSubstitution(&scanner)
    default: readRole(&scanner)
    }
  }

  /// A backslash makes the next sign text; a blank behind it vanishes.
  private func readEscape(_ scanner: inout InlineScanner) {
    let next = scanner.index + 1
    guard next < scanner.text.count else { return scanner.emitOne() }
    if scanner.text[next].isASCIISpace {
      scanner.index += 2
    } else if scanner.text[next] < 0x80 {
      scanner.emit(String(UnicodeScalar(scanner.text[next])), for: scanner.index..<next + 1)
    } else {
      scanner.index += 1
    }
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 }

  private func readEmphasis(_ scanner: inout InlineScanner) {
    let end = scanner.end(from: scanner.index) { $0 == UInt8(ascii: "*") }
    let before = scanner.index == 0 ? 0x20 : scanner.text[scanner.index - 1]
    let after = end == scanner.text.count ? 0x20 : scanner.text[end]
    let isText = before.isASCIISpace && after.isASCIISpace || isWord(before) && isWord(after)
    if isText { scanner.emit(scanner.index..<end) }
    scanner.index = end
  }

  /// The mark behind a word that links, as in `Python_`, or before a target.
  private func readUnderscore(_ scanner: inout InlineScanner) {
    let end = scanner.end(from: scanner.index) { $0 == UInt8(ascii: "_") }
    let before = scanner.index == 0 ? 0x20 : scanner.text[scanner.index - 1]
    let closes = isWord(before) && !isWord(scanner.byte(at: end)) && end - scanner.index <= 2
    if closes {
      var start = scanner.index
      while start > 0, scanner.index - start < 60, isWord(scanner.text[start - 1]) || scanner.text[start - 1] == 0x2D {
        start -= 1
      }
      if let address = names.links[scanner.string(start..<scanner.index).lowercased()] {
        scanner.linkBack(scanner.index - start, address: address)
      }
    } else if scanner.byte(at: end) != UInt8(ascii: "`") {
      scanner.emit(scanner.index..<end)
    }
    scanner.index = end
  }

  /// `[1]_`, `[#label]_`, `[*]_`, `[CIT2002]_`
  private func readMark(_ scanner: inout InlineScanner) {
    guard let close = scanner.first(UInt8(ascii: "]"), from: scanner.index, limit: 100), close > scanner.index + 1,
      scanner.byte(at: close + 1) == UInt8(ascii: "_"), !isWord(scanner.byte(at: close + 2)),
      scanner.byte(at: close + 2) != UInt8(ascii: "_"),
      !scanner.text[scanner.index..<close].contains(where: \.isASCIISpace)
    else { return scanner.emitOne() }
    let extent = scanner.index..<close + 2
    let written = scanner.string(scanner.index + 1..<close)
    let label = names.notes[written.lowercased()]
    let isFootnote = written.hasPrefix("#") || written == "*" || written.utf8.allSatisfy(\.isASCIIDigit)
    if isFootnote {
      scanner.mark(extent, label: label ?? written)
    } else {
      let target = label.map { Marker.Target.note($0) } ?? .key(written)
      scanner.cite(extent, [.init(label: written, target: target, style: .citationKey, range: extent)])
    }
  }

  /// `|name|`
  private func readSubstitution(_ scanner: inout InlineScanner) {
    guard let close = scanner.first(UInt8(ascii: "|"), from: scanner.index + 1, limit: 100), close > scanner.index + 1,
      !scanner.text[scanner.index + 1].isASCIISpace, !scanner.text[close - 1].isASCIISpace
    else { return scanner.emitOne() }
    let inside = scanner.index + 1..<close
    if let text = names.replacements[scanner.string(inside).lowercased()] {
      scanner.emit(text, for: scanner.index..<close + 1)
    } else {
      scanner.emit(inside)
      scanner.index = close + 1
    }
  }

  /// `:role:` before quoted text.
  private func readRole(_ scanner: inout InlineScanner) {
    let start = scanner.index
    var end = start + 1
    while end < scanner.text.count, end - start < 60,
      scanner.text[end].isASCIILetter || scanner.text[end].isASCIIDigit || "-_.+:".utf8.contains(scanner.text[end])
    {
      end += 1
    }
    guard end > start + 2, scanner.text[end - 1] == UInt8(ascii: ":"), scanner.byte(at: end) == UInt8(ascii: "`") else {
      return scanner.emitOne()
    }
    let role = scanner.string(start + 1..<end - 1).lowercased()
    scanner.index = end
    readQuoted(&scanner, role: role, start: start)
  }

  /// Text between backquotes: code, or what its role says.
  private func readQuoted(_ scanner: inout InlineScanner, role: String?, start: Int) {
    let open = scanner.index
    if role == nil, scanner.has("``", at: open) {
      guard let close = close(of: "``", in: scanner, from: open + 2) else {
        scanner.emit(open..<open + 2)
        scanner.index = open + 2
        return
      }
      return scanner.emitVerbatim(open + 2..<close, resume: close + 2)
    }
    guard let close = close(of: "`", in: scanner, from: open + 1), close > open + 1 else {
      scanner.emit(start..<open + 1)
      scanner.index = open + 1
      return
    }
    let inside = open + 1..<close
    guard let role else {
      readReference(&scanner, inside)
      return
    }
    let citation = RSTCitation(role: role)
    if role == "label" || citation?.isSilent ?? false {
      scanner.index = close + 1
      return
    }
    if let citation {
      scanner.cite(start..<close + 1, isInText: citation.isInText, citation.markers(scanner.text, inside))
    } else if Self.verbatim.contains(role) || role.contains(":") {
      scanner.emitVerbatim(inside, resume: close + 1)
    } else if let prefix = Self.addresses[role] {
      let parts = parts(scanner.text, inside)
      scanner.link(parts.words, address: prefix + scanner.string(parts.target), resume: close + 1)
    } else {
      scanner.emit(parts(scanner.text, inside).words)
      scanner.index = close + 1
    }
  }

  /// Where quoted text ends; a backslash before the mark makes it text.
  private func close(of mark: StaticString, in scanner: InlineScanner, from start: Int) -> Int? {
    var index = start
    while let found = scanner.first(UInt8(ascii: "`"), from: index, limit: .max / 2) {
      if scanner.has(mark, at: found), mark.utf8CodeUnitCount == 2 || scanner.text[found - 1] != UInt8(ascii: "\\") {
        return found
      }
      index = found + 1
    }
    return nil
  }

  /// `words <target>`; where nothing stands in angle brackets, both are the whole.
  private func parts(_ text: [UInt8], _ inside: Range<Int>) -> (words: Range<Int>, target: Range<Int>) {
    guard let last = inside.last, text[last] == UInt8(ascii: ">"),
      let open = inside.last(where: { text[$0] == UInt8(ascii: "<") }), open > inside.lowerBound
    else { return (inside, inside) }
    return (text.trimmedASCII(inside.lowerBound..<open), open + 1..<last)
  }

  /// A link, `` `words <https://…>`_ `` or by name, or words without a role.
  private func readReference(_ scanner: inout InlineScanner, _ inside: Range<Int>) {
    let resume = scanner.end(from: inside.upperBound + 1) { $0 == UInt8(ascii: "_") }
    let parts = parts(scanner.text, inside)
    let target = scanner.string(parts.target)
    if resume > inside.upperBound + 1 {
      scanner.link(parts.words, address: names.links[target.lowercased()] ?? target, resume: resume)
    } else {
      scanner.emit(parts.words)
      scanner.index = resume
    }
  }

  private static let verbatim: Set<String> = [
    "math", "code", "literal", "file", "samp", "func", "class", "meth", "mod", "attr", "data", "exc", "obj", "const",
    "command", "program", "option", "envvar", "kbd", "raw", "eq", "token", "regexp", "makevar",
  ]

  /// Roles whose text is the end of an address.
  private static let addresses = [
    "doi": "https://doi.org/", "pmid": "https://pubmed.ncbi.nlm.nih.gov/", "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/", "arxiv": "https://arxiv.org/abs/",
  ]
}
