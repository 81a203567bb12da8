/// The finishing pass over a citation's or an entry's runs: marks of punctuation that meet are merged, marks move
/// inside closing quotation marks where the locale asks for it, and blanks that meet become one.
///
/// Only marks of *different* runs meet: what stands inside a field's own text stays as it is.
///
/// Source: CSL 1.0.2, «Punctuation in Quote»; citeproc-js' table of pairs, as its behaviour shows it.
enum Punctuation {
  /// Tidies `runs` in place.
  static func tidy(_ runs: inout [Run], movesIntoQuotes: Bool) {
    if movesIntoQuotes { openSlots(in: &runs) }
    // A mark that the first pass takes away may have stood between two others.
    pass(over: &runs, movesIntoQuotes: movesIntoQuotes)
    pass(over: &runs, movesIntoQuotes: movesIntoQuotes)
  }

  /// Opens a place behind type that ends with its quotation: a mark that moves in is no part of a formula's subscript.
  /// Type that the whole quotation is set in holds the mark, too.
  private static func openSlots(in runs: inout [Run]) {
    // Whether each open span is formatting of a part.
    var openSpans: [(span: Span, isPart: Bool)] = []
    var slots: [Int] = []
    var slot: Int?
    var isBehindText = true
    for (index, run) in runs.enumerated() {
      switch run {
      case .open(let span):
        if span == .quotes { isBehindText = false }
        if case .formatting = span { openSpans.append((span, isBehindText)) } else { openSpans.append((span, false)) }
        slot = nil
      case .text(let text):
        guard !text.isEmpty else { continue }
        slot = nil
        isBehindText = true
      case .close:
        guard let (span, isPart) = openSpans.popLast() else { continue }
        if isPart { slot = index + 1 }
        if span == .quotes, let end = slot {
          slots.append(end)
          slot = nil
        }
      }
    }
    for slot in slots.reversed() { runs.insert(.text(""), at: slot) }
  }

  /// The place for marks before the end of a quotation; nil where none was opened or it is taken.
  private static func slot(in runs: [Run], before close: Int) -> Int? {
    let end = runs[..<close].lastIndex { $0 != .close }
    return end.flatMap { runs[$0] == .text("") ? $0 : nil }
  }

  private static func pass(over runs: inout [Run], movesIntoQuotes: Bool) {
    var last: Int?
    // The text before that, whose end is the word that a blank of its own follows.
    var earlier: Int?
    // Whether a closing quotation mark stands between the last text and the one looked at.
    var quoteCloses: [Int] = []
    // Whether each open quotation holds another.
    var holdsQuotation: [Bool] = []
    // Whether the quotation closed last does, or is closed off by an element around it.
    var isEnclosed = false
    var openSpans: [Span] = []
    // How many fields began so far; the one that the last closing quotation mark stands in, and the one open now.
    var values = 0
    var quotedIn = -1
    var current: [Int] = []
    for index in runs.indices {
      switch runs[index] {
      case .open(let span):
        openSpans.append(span)
        if span == .tag(.value) {
          values += 1
          current.append(values)
        }
        if span == .tag(.enclosed) { isEnclosed = true }
        if span == .quotes {
          quoteCloses = []
          last = nil
          if !holdsQuotation.isEmpty { holdsQuotation[holdsQuotation.count - 1] = true }
          holdsQuotation.append(false)
        }
      case .close:
        switch openSpans.popLast() {
        case .quotes:
          quoteCloses.append(index)
          isEnclosed = holdsQuotation.popLast() ?? false
          quotedIn = current.last ?? 0
        case .tag(.value): _ = current.popLast()
        default: break
        }
      case .text(var text):
        guard !text.isEmpty else { continue }
        // Most texts end in a letter: nothing can meet there, and no copy of them is made.
        if let end = last, case .text(var before) = runs[end], !quoteCloses.isEmpty || endsInMark(before) {
          if quoteCloses.isEmpty {
            let earlier = earlier.map { runs[$0] }
            if before.utf8.last == 0x20, startsLikeEnd(text), !keepsBlanks(openSpans, earlier) {
              dropBlank(from: &before, behind: earlier.flatMap(lastScalar))
            }
            if current.isEmpty {
              let isPlace = openSpans.contains(.tag(.placeInWork))
              dropSecond(of: before, &text, behind: earlier.flatMap(lastScalar), dropsComma: isPlace)
            }
            meet(&before, &text)
          } else if movesIntoQuotes {
            if quotedIn == 0 || quotedIn != current.last {
              let quoted = before
              moveIn(&before, &text)
              if before != quoted, before.hasPrefix(quoted), let slot = slot(in: runs, before: quoteCloses[0]),
                slot > end
              {
                runs[slot] = .text(String(before.dropFirst(quoted.count)))
                before = quoted
                last = slot
              }
            }
          } else {
            dropRepeated(before, &text, isEnclosed: isEnclosed || quotedIn > 0 && quotedIn != current.last)
          }
          runs[end] = .text(before)
          runs[index] = .text(text)
        }
        if !text.isEmpty {
          if let last, case .text(let before) = runs[last], !before.isEmpty { earlier = last }
          last = index
          quoteCloses = []
        }
      }
    }
  }

  private static func startsLikeEnd(_ text: String) -> Bool {
    let first = text.utf8.first
    return first == UInt8(ascii: ",") || first == UInt8(ascii: ".")
  }

  /// Whether a blank stays before a comma or a period: in parts with places of their own, and behind a link, of
  /// which the period would be taken for a part.
  private static func keepsBlanks(_ spans: [Span], _ earlier: Run?) -> Bool {
    if case .text(let text)? = earlier, text.hasPrefix("http") { return true }
    return spans.contains { if case .display = $0 { true } else { false } }
  }

  private static func endsInMark(_ text: String) -> Bool {
    switch text.utf8.last {
    case 0x20, 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  private static func lastScalar(of run: Run) -> Unicode.Scalar? {
    if case .text(let text) = run { text.unicodeScalars.last } else { nil }
  }

  /// Moves leading marks of `after` into the quotation that ends with `before`.
  private static func moveIn(_ before: inout String, _ after: inout String) {
    var scalars = after.unicodeScalars
    // Four at most: nobody writes more, and each costs a copy of the text.
    var moved = 0
    while moved < 4, let first = scalars.first, first == "." || first == "," || first == "!" || first == "?" {
      moved += 1
      scalars.removeFirst()
      var mark = String(first)
      meet(&before, &mark)
      before += mark
    }
    after = String(scalars)
    // ‹“Who?” ,› and the like: a colon or a semicolon that the table drops behind what now ends the quotation.
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first, first == ":" || first == ";",
      pairs[Pair(last, first)] == String(last), last != first
    else { return }
    after.unicodeScalars.removeFirst()
  }

  /// Drops a mark that only repeats the one inside the quotation before it: ‹‘What.’.›, ‹‘“So?”’.›. Of a quotation
  /// that stands inside another, in a field or in a group, also one that the table of pairs drops: ‹‘So?’.›
  private static func dropRepeated(_ before: String, _ after: inout String, isEnclosed: Bool) {
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first, first != ",", first != ";"
    else { return }
    guard first == last && isMark(last) || isEnclosed && pairs[Pair(last, first)] == String(last) else { return }
    after.unicodeScalars.removeFirst()
  }

  /// No blank stands between a word and a comma or a period.
  private static func dropBlank(from before: inout String, behind earlier: Unicode.Scalar?) {
    if (before.unicodeScalars.dropLast().last ?? earlier).map({ !isBlank($0) && !isMark($0) }) ?? false {
      before.unicodeScalars.removeLast()
    }
  }

  /// An affix whose mark is the one before the blank says nothing new: of ‹. . › the second goes.
  ///
  /// The official fixtures keep both in ‹, , › and at the end of an entry. Before a locator, which the writer adds to
  /// the style's cite, a comma goes, too.
  private static func dropSecond(
    of before: String, _ after: inout String, behind earlier: Unicode.Scalar?, dropsComma: Bool
  ) {
    guard before.utf8.last == 0x20, let first = after.unicodeScalars.first,
      first == "." || first == ";" || first == ":" || first == "," && dropsComma,
      first == before.unicodeScalars.last(where: { !isBlank($0) }) ?? earlier
    else { return }
    let rest = after.unicodeScalars.dropFirst()
    if rest.first.map(isBlank) ?? false { after = String(rest.drop(while: isBlank)) }
  }

  /// Merges the last mark of `before` with the first of `after`, and blanks.
  private static func meet(_ before: inout String, _ after: inout String) {
    guard let last = before.unicodeScalars.last, let first = after.unicodeScalars.first else { return }
    if let merged = pairs[Pair(last, first)] {
      if merged == String(last) {
        after.unicodeScalars.removeFirst()
      } else if merged == String(first) {
        before.unicodeScalars.removeLast()
      }
      // Else both stay.
    }
    guard let last = before.unicodeScalars.last, isBlank(last) else { return }
    if let first = after.unicodeScalars.first, isBlank(first) {
      after = String(after.unicodeScalars.drop(while: isBlank))
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == ":" || scalar == ";" || scalar == "!" || scalar == "?"
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " }

  private struct Pair: Hashable {
    let left: Unicode.Scalar
    let right: Unicode.Scalar
    init(_ left: Unicode.Scalar, _ right: Unicode.Scalar) {
      self.left = left
      self.right = right
    }
  }

  /// What two marks that meet become; pairs that are not listed both stay.
  private static let pairs: [Pair: String] = [
    Pair(":", ":"): ":", Pair(":", "."): ":", Pair(":", "!"): "!", Pair(":", "?"): "?",
    Pair(".", "."): ".", Pair(";", ":"): ";", Pair(";", "."): ";", Pair(";", ";"): ";", Pair(";", "!"): "!",
    Pair(";", "?"): "?", Pair("!", ":"): "!", Pair("!", "."): "!", Pair("!", "!"): "!", Pair("?", ":"): "?",
    Pair("?", "."): "?", Pair("?", "?"): "?", Pair(",", ","): ",",
  ]
}
