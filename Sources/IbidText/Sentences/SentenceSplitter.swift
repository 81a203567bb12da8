import IbidModel

/// Finds where sentences end: English first, over UTF-8 bytes, in one pass.
///
/// A stop ends a sentence unless what stands before it is an abbreviation, an initial, a number or a list's label,
/// or what follows does not begin a sentence. Closing quotation marks and brackets, and citation markers glued to the
/// stop («guidelines.15 See»), belong to the sentence that they close.
package enum SentenceSplitter {
  /// The sentences of `text` within `block`, in order and without the white space around them.
  ///
  /// - Parameters:
  ///   - text: UTF-8 bytes.
  ///   - block: the paragraph's UTF-8 offsets; a blank line in it ends a sentence.
  ///   - markers: the offsets of citation markers that are known, in order; they are passed over. Digits and
  ///     bracketed numbers behind a stop are taken for markers without being named here.
  package static func sentences(
    in text: [UInt8], of block: Range<Int>, markers: [Range<Int>] = []
  ) -> [Range<Int>] {
    var scanner = SentenceScanner(text: text, block: block.clamped(to: 0..<text.count), markers: markers)
    return scanner.sentences()
  }
}

/// The pass over one block.
struct SentenceScanner {
  let text: [UInt8]
  let block: Range<Int>
  let markers: [Range<Int>]
  /// The first marker that does not end before the place that was asked about last.
  private var nextMarker = 0
  /// Where the sentence under way starts.
  var start: Int
  /// Opening parentheses of the sentence under way that are not closed yet.
  private var openParentheses = 0

  init(text: [UInt8], block: Range<Int>, markers: [Range<Int>]) {
    self.text = text
    self.block = block
    self.markers = markers
    start = block.lowerBound
  }

  mutating func sentences() -> [Range<Int>] {
    let content = skippingBlanks(block.lowerBound)..<block.upperBound
    if let items = InlineItems.starts(text, content) { return itemized(items) }
    return plainSentences()
  }

  /// The sentences of a block that is no list.
  mutating func plainSentences() -> [Range<Int>] {
    var found: [Range<Int>] = []
    let end = block.upperBound
    start = skippingBlanks(block.lowerBound)
    var index = start
    while index < end {
      let byte = text[index]
      guard Self.mayStop[Int(byte)] else {
        index += 1
        continue
      }
      if let end = endOfMarker(holding: index) {
        index = end
        continue
      }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        openParentheses = max(0, openParentheses + (byte == UInt8(ascii: "(") ? 1 : -1))
        index += 1
        continue
      }
      if byte == 0x0A || byte == 0x0D {
        index = endAtBlankLine(index, into: &found)
        continue
      }
      let stopLength = stopLength(at: index)
      guard stopLength > 0 else {
        index += 1
        continue
      }
      let stop = stopRun(from: index, first: stopLength)
      if isBracketed(stop) {
        index = stop.end
        continue
      }
      if let end = endOfCitationOfOthers(behind: stop) {
        index = end
        continue
      }
      var close = afterClosers(stop.end)
      let marked = afterMarkers(close, behindStopAt: index)
      if marked > close { close = afterClosers(marked) }
      if close >= end { break }
      close = afterEmoji(close)
      let next = skippingBlanks(close)
      if let split = endOfSentenceBeforeEllipsis(stop, next: next)
        ?? (marked > stop.end ? nil : endOfGluedSentence(stop))
      {
        append(start..<split, to: &found)
        start = skippingBlanks(split)
        openParentheses = 0
        index = max(stop.end, start)
      } else if next > close || isWide(index), next < end,
        endsSentence(stop, closedAt: close, marked: marked > stop.end, next: next),
        !isWithinParentheses(index, close)
      {
        openParentheses = 0
        append(start..<close, to: &found)
        start = next
        index = next
      } else {
        index = max(stop.end, index + 1)
      }
    }
    append(start..<end, to: &found)
    return found
  }

  /// The sentences of a block that is a list set in one line, or one short line an item.
  private func itemized(_ items: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (item, next) in zip(items, items.dropFirst() + [block.upperBound]) {
      let label = InlineItems.labelEnd(text, item, next)
      var scanner = SentenceScanner(
        text: text, block: label..<next, markers: markers.filter { (label..<next).contains($0.lowerBound) })
      let inner = scanner.plainSentences()
      append(item..<(inner.first?.upperBound ?? next), to: &found)
      found += inner.dropFirst()
    }
    return found
  }

  /// Whether a stop stands within parentheses that were opened in this sentence and are closed soon.
  private func isWithinParentheses(_ stop: Int, _ close: Int) -> Bool {
    guard openParentheses > 0 else { return false }
    // Closers behind the stop have not been counted yet.
    let closed = (stop..<close).count { text[$0] == UInt8(ascii: ")") }
    guard openParentheses > closed else { return false }
    return (close..<min(block.upperBound, close + 400)).contains { text[$0] == UInt8(ascii: ")") }
  }

  /// The end of the marker that holds this offset; nil where none does.
  private mutating func endOfMarker(holding index: Int) -> Int? {
    while nextMarker < markers.count, markers[nextMarker].upperBound <= index { nextMarker += 1 }
    guard nextMarker < markers.count, markers[nextMarker].lowerBound <= index else { return nil }
    return markers[nextMarker].upperBound
  }

  /// «Weng et al. [@weng2023] The»: where a citation ends that a blank or a bracket holds apart from «et al.»; it belongs
  /// to the name, and the sentence goes on. Nil where the stop is another one, or none of the known markers follows.
  private func endOfCitationOfOthers(behind stop: Stop) -> Int? {
    guard stop.dots == 1, !stop.isEmphatic, stop.start >= start + 2,
      text[stop.start - 2] == UInt8(ascii: "a"), text[stop.start - 1] == UInt8(ascii: "l"),
      wordStart(before: stop.start) == stop.start - 2
    else { return nil }
    let next = skippingBlanks(stop.end)
    for marker in markers[min(nextMarker, markers.count)...].prefix(while: { $0.lowerBound <= next + 1 }) {
      let isOpened =
        marker.lowerBound == next + 1 && (text[next] == UInt8(ascii: "(") || text[next] == UInt8(ascii: "["))
      guard marker.lowerBound == next || isOpened, marker.lowerBound < block.upperBound else { continue }
      return next > stop.end || !text[marker.lowerBound].isASCIIDigit ? min(marker.upperBound, block.upperBound) : nil
    }
    return nil
  }

  private func append(_ range: Range<Int>, to found: inout [Range<Int>]) {
    let end = text.endOfTextASCII(range)
    if end > range.lowerBound { found.append(range.lowerBound..<end) }
  }

  /// A line break with another behind it ends the sentence whatever stands there.
  private mutating func endAtBlankLine(_ index: Int, into found: inout [Range<Int>]) -> Int {
    var breaks = 0
    var after = index
    while after < block.upperBound, text[after].isASCIISpace {
      if text[after] == 0x0A { breaks += 1 }
      after += 1
    }
    if breaks > 1 {
      append(start..<index, to: &found)
      start = after
    }
    return after
  }

  func skippingBlanks(_ index: Int) -> Int {
    var index = index
    while index < block.upperBound {
      if text[index].isASCIISpace {
        index += 1
      } else if text[index] == 0xC2, index + 1 < block.upperBound, text[index + 1] == 0xA0 {
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// The offset behind the markers at `index`: those that are named, and numbers glued to the stop.
  private mutating func afterMarkers(_ index: Int, behindStopAt stop: Int) -> Int {
    var index = index
    while nextMarker < markers.count, markers[nextMarker].upperBound <= index { nextMarker += 1 }
    var named = nextMarker
    while named < markers.count, isGlued(markers[named], to: index) {
      index = max(index, markers[named].upperBound)
      named += 1
    }
    if named > nextMarker { return min(index, block.upperBound) }
    return afterGluedNumbers(index, behindStopAt: stop)
  }

  /// Whether a marker belongs to what ends at `index`: glued to it, or a number, in brackets or not, behind one blank and
  /// before a capital, as in «work. [12] The».
  private func isGlued(_ marker: Range<Int>, to index: Int) -> Bool {
    if marker.lowerBound == index { return true }
    guard index < block.upperBound, text[index] == 0x20, marker.lowerBound == index + 1,
      text[marker.lowerBound] == UInt8(ascii: "[") || text[marker.lowerBound].isASCIIDigit,
      marker.upperBound >= block.upperBound || startsBlank(marker.upperBound)
    else { return marker.lowerBound < index }
    let next = skippingBlanks(min(marker.upperBound, block.upperBound))
    return next == block.upperBound || (65...90).contains(text[next])
  }
}
