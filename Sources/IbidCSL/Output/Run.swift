/// A piece of rendered output: text, or where a span begins or ends.
///
/// Elements append runs to one flat buffer. A flat list rather than a tree: every later pass is one loop, and what
/// an element made can be taken back by cutting the buffer.
enum Run: Sendable, Hashable {
  case text(String)
  case open(Span)
  /// Ends the span that was opened last.
  case close
}

/// What runs between an `open` and its `close` share.
enum Span: Sendable, Hashable {
  case formatting(Formatting)
  case quotes
  case display(Display)
  /// Letters keep their case here.
  case noCase
  /// Text stands upright and plain whatever is in force around it.
  case noDecoration
  /// What part of the cite this is; leaves no trace in the output.
  case tag(Tag)
}

/// Parts of a cite that later steps look for: suppressing the author, collapsing, substituting repeated authors.
enum Tag: Sendable, Hashable {
  case names
  /// Persons inside `names`, whose case is their own.
  case persons
  /// One person, inside `names`.
  case name
  /// A word that stands in for names that the item lacks, inside `names`: «anonymous».
  case standIn
  /// A label among names.
  case label
  case year
  case yearSuffix
  case citationNumber
  case locator
  /// A locator or its label, with its affixes.
  case placeInWork
  /// Nothing, behind a quotation that an element around it has closed: a period there only repeats its last mark.
  case enclosed
  /// One field's own text, where marks of punctuation stay as they are.
  case value
}

extension [Run] {
  /// The text, spans left out.
  var plainText: String {
    var text = ""
    for case .text(let piece) in self { text += piece }
    return text
  }

  /// Whether there is any text.
  var hasText: Bool { self[...].hasText }

  /// Indices from the `open` of the first span with this tag at or after `start` to behind its `close`.
  func range(of tag: Tag, from start: Int = 0) -> Range<Int>? {
    guard let open = self[start...].firstIndex(of: .open(.tag(tag))) else { return nil }
    return open..<endOfSpan(at: open)
  }

  /// The runs outside spans of this tag.
  func without(_ tag: Tag) -> [Run] {
    var kept: [Run] = []
    var start = 0
    while let range = range(of: tag, from: start) {
      kept += self[start..<range.lowerBound]
      start = range.upperBound
    }
    return start == 0 ? self : kept + self[start...]
  }

  /// The index behind the `close` of the span that opens at `open`.
  func endOfSpan(at open: Int) -> Int {
    var depth = 0
    for index in open..<count {
      switch self[index] {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { return index + 1 }
      case .text: break
      }
    }
    return count
  }
}

extension ArraySlice<Run> {
  /// Whether there is any text.
  var hasText: Bool {
    contains { if case .text(let text) = $0 { !text.isEmpty } else { false } }
  }
}
