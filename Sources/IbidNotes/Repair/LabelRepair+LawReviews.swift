import IbidText

/// References to journals in the manner of lawyers, whose volume stands before the name.
extension LabelRepair {
  /// «‘Title’ (2010) 23(2) Modern Law Review 551», «Title, 12 Yale L.J. 345 (1920)»
  mutating func volumeStandsBeforeJournal() {
    guard let title = labels.firstIndex(of: .title) else { return }
    for index in (title + 1)..<max(title + 1, labels.count - 3) {
      if isYear(index), isOpening(index - 1), isClosing(index + 1), readNumbers(at: index + 2, date: index) { return }
      if text.tokens[index].kind == .number, text.tokens[index].length <= 3, byte(index - 1) == UInt8(ascii: ","),
        readNumbers(at: index, date: nil)
      {
        return
      }
    }
  }

  /// Reads volume, issue, journal and page from a volume on; `date` is the year before it, else one stands behind.
  private mutating func readNumbers(at volume: Int, date: Int?) -> Bool {
    guard volume < labels.count, text.tokens[volume].kind == .number, text.tokens[volume].length <= 3,
      text.tokens[volume].followsSpace
    else { return false }
    var name = volume + 1
    var issue: Int?
    if name + 2 < labels.count, byte(name) == UInt8(ascii: "("), text.tokens[name + 1].kind == .number,
      byte(name + 2) == UInt8(ascii: ")")
    {
      issue = name + 1
      name += 3
    }
    guard let end = journalEnd(from: name) else { return false }
    var page = end
    if text.tokens[page].isWord { page += 1 }
    var behind = page + 1
    if behind + 1 < labels.count, TokenShape.shape(of: text.tokens[behind], text.bytes) == TokenShape.dash,
      text.tokens[behind + 1].kind == .number
    {
      behind += 2
    }
    let pages = end..<behind
    // «…, 349»: the page that is meant.
    if behind + 1 < labels.count, byte(behind) == UInt8(ascii: ","), text.tokens[behind + 1].kind == .number {
      behind += 2
    }
    var year = date
    if date == nil {
      guard behind + 2 < labels.count, byte(behind) == UInt8(ascii: "("), isYear(behind + 1), isClosing(behind + 2)
      else {
        return false
      }
      year = behind + 1
      behind += 3
    }
    let isEnd =
      behind >= labels.count || text.tokens[behind].kind == .identifier
      || [46, 44, 60].contains(byte(behind))
        && (behind + 1 >= labels.count || text.tokens[behind + 1].kind == .identifier)
    guard isEnd, let year else { return false }
    for index in (date ?? volume)..<min(labels.count, behind) { set(index..<(index + 1), .other) }
    set(year..<(year + 1), .date)
    set(volume..<(volume + 1), .volume)
    if let issue { set(issue..<(issue + 1), .issue) }
    set(name..<end, .container)
    set(pages, .page)
    // What stands before the year or the volume is the title's.
    if date == nil, let last = spans(of: .title).last, last.upperBound > volume - 1 {
      set((volume - 1)..<volume, .other)
    }
    return true
  }

  /// The page behind a name of words that starts with a capital; nil where the words are none.
  private func journalEnd(from start: Int) -> Int? {
    guard start < labels.count, text.tokens[start].startsUpper || quote(start)?.opens == true else { return nil }
    var index = start
    while index < min(labels.count, start + 30) {
      let token = text.tokens[index]
      if token.kind == .number { break }
      // «e1000916»
      if token.isWord, token.length == 1, index + 1 < labels.count, text.tokens[index + 1].kind == .number,
        !text.tokens[index + 1].followsSpace, index > start
      {
        break
      }
      if token.kind == .mark {
        let mark = text.bytes[token.start]
        // A sentence that ends is no name.
        if mark == UInt8(ascii: "."), index > start, text.tokens[index - 1].length > 8 { return nil }
        guard [46, 38, 44, 58, 45, 47, 39].contains(mark) || quote(index) != nil else { return nil }
      } else if token.kind == .identifier {
        return nil
      }
      index += 1
    }
    guard index > start, index < labels.count, text.tokens[index].isWord || text.tokens[index].kind == .number,
      text.tokens[index].followsSpace, text.tokens[index - 1].kind != .mark || byte(index - 1) != UInt8(ascii: ",")
    else { return nil }
    return index
  }

  private func isOpening(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && [40, 91].contains(byte(index))
  }

  private func isClosing(_ index: Int) -> Bool {
    text.tokens.indices.contains(index) && [41, 93].contains(byte(index))
  }
}
