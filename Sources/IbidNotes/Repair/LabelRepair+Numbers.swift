import IbidText

/// Numbers that were taken for something else than what stands around them says.
extension LabelRepair {
  /// «Os anos 90: política e sociedade»: a number between two parts of a title or a container belongs to it, and two
  /// parts of a title with no other field between them are one.
  mutating func fieldsAreWhole() {
    for label in [Label.title, .container] {
      let parts = spans(of: label)
      for (first, second) in zip(parts, parts.dropFirst()) {
        let gap = first.upperBound..<second.lowerBound
        guard gap.count <= 4, !gap.contains(where: { text.tokens[$0].kind == .identifier }), !hasBook(in: gap) else {
          continue
        }
        let isNumber = gap.contains { Self.numbers.contains(labels[$0]) }
        let areMarks = gap.allSatisfy { Self.numbers.contains(labels[$0]) || text.tokens[$0].kind == .mark }
        if isNumber && areMarks || label == .title && gap.allSatisfy({ labels[$0] == .other }) && !hasStop(gap) {
          set(gap, label)
        }
      }
    }
  }

  private func hasStop(_ range: Range<Int>) -> Bool { range.contains { byte($0) == UInt8(ascii: ".") } }

  private static let numbers: Set<Label> = [.volume, .issue, .page]

  /// «401-12, 1999, p. 598–602»: what looked like pages are volume and issue where pages are named behind them.
  mutating func volumeAndIssueAreNoPages() {
    guard !labels.contains(.volume), !labels.contains(.issue) else { return }
    let pages = spans(of: .page)
    guard let first = pages.first, first.count == 3, text.tokens[first.lowerBound].kind == .number,
      text.tokens[first.lowerBound + 1].kind == .mark, text.tokens[first.lowerBound + 2].kind == .number
    else { return }
    let place = ((first.upperBound + 1)..<max(first.upperBound + 1, labels.count - 1)).first { index in
      let shape = TokenShape.shape(of: text.tokens[index], text.bytes)
      return labels[index] == .other && (shape == TokenShape.pageWord || shape == TokenShape.pageLetter)
    }
    guard var start = place else { return }
    while start < labels.count, text.tokens[start].kind != .number, start < (place ?? 0) + 3 { start += 1 }
    guard start < labels.count, text.tokens[start].kind == .number, [.other, .page].contains(labels[start]) else {
      return
    }
    set(first.lowerBound..<(first.lowerBound + 1), .volume)
    set((first.lowerBound + 1)..<(first.lowerBound + 2), .other)
    set((first.lowerBound + 2)..<first.upperBound, .issue)
    var end = start + 1
    if end + 1 < labels.count, TokenShape.shape(of: text.tokens[end], text.bytes) == TokenShape.dash,
      text.tokens[end + 1].kind == .number
    {
      end += 2
    }
    set(start..<end, .page)
  }

  /// «127,4 (2000), S. 1607–1616»: where pages are named, a bare number behind the volume is the issue.
  mutating func pagesAreNamed() {
    let pages = spans(of: .page)
    guard !labels.contains(.issue), pages.count == 1, let bare = pages.first, bare.count == 1, bare.lowerBound > 1,
      text.tokens[bare.lowerBound].kind == .number, labels[bare.lowerBound - 2] == .volume,
      text.tokens[bare.lowerBound - 1].kind == .mark
    else { return }
    for index in bare.upperBound..<labels.count {
      let shape = TokenShape.shape(of: text.tokens[index], text.bytes)
      guard shape == TokenShape.pageWord || shape == TokenShape.pageLetter, labels[index] == .other else { continue }
      var start = index + 1
      if start < labels.count, byte(start) == UInt8(ascii: ".") { start += 1 }
      guard start < labels.count, text.tokens[start].kind == .number, labels[start] == .other else { return }
      let isRange =
        start + 2 < labels.count && TokenShape.shape(of: text.tokens[start + 1], text.bytes) == TokenShape.dash
        && text.tokens[start + 2].kind == .number
      set(bare, .issue)
      return set(start..<(start + (isRange ? 3 : 1)), .page)
    }
  }

  /// «Brief Bioinform, 5, 11, 150–163»: of two numbers that no word names the first is the volume.
  mutating func bareVolumeStandsFirst() {
    let issues = spans(of: .issue)
    let volumes = spans(of: .volume)
    guard issues.count == 1, volumes.count == 1, let issue = issues.first, let volume = volumes.first,
      issue.upperBound + 1 == volume.lowerBound, issue.count == 1, volume.count == 1, issue.lowerBound > 1,
      text.tokens[issue.lowerBound].kind == .number, text.tokens[volume.lowerBound].kind == .number,
      byte(issue.upperBound) == UInt8(ascii: ","), labels[issue.lowerBound - 1] == .other,
      text.tokens[issue.lowerBound - 1].kind == .mark, labels[issue.lowerBound - 2] == .container
    else { return }
    set(issue, .volume)
    set(volume, .issue)
  }

  /// «7 (Suppl 6)»: the word belongs to the issue, «7 Suppl 6» are two numbers.
  mutating func supplementIsNamed() {
    for volume in spans(of: .volume)
    where volume.count > 2 && text.tokens[volume.lowerBound].kind == .number && !labels.contains(.issue)
      && Self.supplements.contains(word(volume.lowerBound + 1))
    {
      set((volume.lowerBound + 1)..<volume.upperBound, .issue)
    }
    for issue in spans(of: .issue) where text.tokens[issue.lowerBound].kind == .number {
      var start = issue.lowerBound - 1
      if start >= 0, byte(start) == UInt8(ascii: "."), !text.tokens[issue.lowerBound - 1].followsSpace { start -= 1 }
      guard start >= 0, labels[start] == .other || labels[start] == .note, Self.supplements.contains(word(start)) else {
        continue
      }
      set(start..<issue.lowerBound, .issue)
    }
  }

  private static let supplements: Set<PackedWord> = ["suppl", "supl", "suppls", "pt"]

  /// «Pages 121–146 in B. Moreau, ed.»: pages that are named, where nothing else was taken for them.
  mutating func pagesBehindTheirWord() {
    guard !labels.contains(.page) else { return }
    for index in labels.indices.dropLast() where labels[index] == .other {
      let shape = TokenShape.shape(of: text.tokens[index], text.bytes)
      guard shape == TokenShape.pageWord || shape == TokenShape.pageLetter else { continue }
      var start = index + 1
      if byte(start) == UInt8(ascii: "."), start + 1 < labels.count { start += 1 }
      guard text.tokens[start].kind == .number, text.tokens[start].followsSpace, start + 2 < labels.count,
        TokenShape.shape(of: text.tokens[start + 1], text.bytes) == TokenShape.dash,
        text.tokens[start + 2].kind == .number, labels[start...(start + 2)].allSatisfy({ $0 == .other })
      else { continue }
      return set(start..<(start + 3), .page)
    }
  }

  /// «2013;11–13: 3–584»: volumes that appeared as one.
  mutating func volumesAreRange() {
    guard let issue = spans(of: .issue).first, issue.count == 1, issue.lowerBound > 1,
      issue.upperBound < labels.count, byte(issue.upperBound) == UInt8(ascii: ":"),
      labels[issue.lowerBound - 2] == .volume, labels[issue.lowerBound - 1] == .other
    else { return }
    let dash = text.tokens[issue.lowerBound - 1]
    let first = text.tokens[issue.lowerBound - 2]
    let last = text.tokens[issue.lowerBound]
    guard TokenShape.shape(of: dash, text.bytes) == TokenShape.dash, first.kind == .number,
      last.kind == .number, text.bytes[dash.start] >= 0x80, !dash.followsSpace, !last.followsSpace,
      let low = Int(String(decoding: text.bytes[first.range], as: UTF8.self)),
      let high = Int(String(decoding: text.bytes[last.range], as: UTF8.self)), low < high
    else { return }
    set((issue.lowerBound - 1)..<issue.upperBound, .volume)
  }

  /// «Statistics for everyone, 2nd edn»: the edition is no part of the title.
  mutating func titleEndsBeforeEdition() {
    guard !labels.contains(.edition), let title = spans(of: .title).last, title.count > 4 else { return }
    for index in (title.upperBound - 4)..<title.upperBound where text.tokens[index].kind == .number {
      guard text.tokens[index].length <= 2, index > title.lowerBound + 1, text.tokens[index - 1].kind == .mark,
        let end = FieldEnds.editionEnd(index, text), end >= title.upperBound
      else { continue }
      set(index..<(end - 1), .edition)
      set((index - 1)..<index, .other)
      set((end - 1)..<end, .other)
      return
    }
  }
}
