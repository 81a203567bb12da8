import IbidModel
import IbidText

/// Days on which a page was read, or a work appeared online.
extension AsideScanner {
  /// «accessed 3 May 2021», «[cited 2021 Feb 3]», «Zugriff am 3.5.2021», «Retrieved May 3, 2021, from»
  func access(at index: Int, isSure: Bool) -> Found? {
    let reader = DayReader(bytes: bytes, tokens: tokens)
    var next = index + 1
    var read: (date: CSLDate, end: Int)?
    while next < min(tokens.count, index + 6) {
      if isNumber(next) || tokens[next].isWord, let day = reader.day(at: next) {
        read = day
        break
      }
      // «Nurs Stand. 2011 Aug 17» is a journal's name.
      let isJoint =
        tokens[next].isWord
        ? AccessWords.joints.contains(word(next))
        : [44, 58].contains(mark(next)) || mark(next) == 46 && (isSure || word(index) == "cit")
      guard isJoint else { return nil }
      next += 1
    }
    guard let read else { return nil }
    var start = index
    while start > 0, index - start < 4, AccessWords.openers.contains(word(start - 1)) { start -= 1 }
    var end = behindTime(read.end)
    let bracket = bracket(around: start..<end)
    guard isSure || read.date.start?.day != nil || bracket.map({ mark($0.lowerBound) == UInt8(ascii: "[") }) == true
    else { return nil }
    if let bracket { return Found(meaning: .accessed(read.date), tokens: bracket) }
    // «…, from https://»
    let from = mark(end) == UInt8(ascii: ",") ? end + 1 : end
    if ["from", "de", "von", "da", "at", "via", "on"].contains(word(from)), from + 1 < tokens.count,
      tokens[from + 1].kind == .identifier || mark(from + 1) == UInt8(ascii: ":")
    {
      end = from + 1
    }
    return Found(meaning: .accessed(read.date), tokens: start..<end)
  }

  /// «at 10:15», «10:15 Uhr»
  private func behindTime(_ end: Int) -> Int {
    var time = end
    if mark(time) == UInt8(ascii: ",") { time += 1 }
    if ["at", "um", "à", "às"].contains(word(time)) { time += 1 }
    guard isNumber(time), mark(time + 1) == UInt8(ascii: ":"), isNumber(time + 2), tokens[time].length <= 2 else {
      return end
    }
    time += 3
    return ["uhr", "h", "am", "pm", "gmt", "utc"].contains(word(time)) ? time + 1 : time
  }

  /// The bracket that holds little beside the tokens.
  private func bracket(around range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound - 1
    while start >= max(0, range.lowerBound - 12), ![40, 91].contains(mark(start)) {
      if [41, 93].contains(mark(start)) { return nil }
      start -= 1
    }
    guard start >= 0, [40, 91].contains(mark(start)) else { return nil }
    let close: UInt8 = mark(start) == 40 ? 41 : 93
    for end in range.upperBound..<max(range.upperBound, min(tokens.count, range.upperBound + 4))
    where mark(end) == close {
      return start..<(end + 1)
    }
    return nil
  }

  /// «2021年2月3日閲覧»
  func accessBefore(_ index: Int) -> Found? {
    let text = word(index)
    guard ["閲覧", "アクセス", "参照", "访问", "接続", "접속"].contains(where: text.hasSuffix) else { return nil }
    for start in max(0, index - 6)..<index where isNumber(start) && tokens[start].length == 4 {
      guard let (date, end) = DayReader(bytes: bytes, tokens: tokens).day(at: start), end >= index - 1 else { continue }
      return Found(meaning: .accessed(date), tokens: start..<(index + 1))
    }
    return nil
  }

  /// «published online March 21», «Epub 2018 Jan 2», «Epub ahead of print», «advance online publication»
  func onlineDate(at index: Int) -> Found? {
    var next = index + 1
    switch word(index) {
    case "advance":
      guard word(next) == "online", word(next + 1) == "publication" else { return nil }
      return Found(meaning: .nothing, tokens: bracketed(index..<(next + 2)))
    case "published":
      guard word(next) == "online" else { return nil }
      next += 1
    default: break
    }
    if word(next) == "ahead", word(next + 1) == "of", word(next + 2) == "print" {
      return Found(meaning: .nothing, tokens: bracketed(index..<(next + 3)))
    }
    if word(next) == "first" || mark(next) == UInt8(ascii: ":") || word(next) == "on" { next += 1 }
    let reader = DayReader(bytes: bytes, tokens: tokens)
    if let (date, end) = reader.day(at: next), let parts = date.start {
      // NLM prints the day of the electronic version beside that of the issue.
      guard word(index) != "epub", let month = parts.month else {
        return word(index) == "epub" ? Found(meaning: .nothing, tokens: bracketed(index..<end)) : nil
      }
      return Found(
        meaning: .appeared(year: parts.year, month: month, day: parts.day), tokens: bracketed(index..<end))
    }
    guard let month = Month.number(inAnyLanguage: word(next)) else { return nil }
    let stop = mark(next + 1) == UInt8(ascii: ".") ? next + 2 : next + 1
    let hasDay = isNumber(stop) && tokens[stop].length <= 2
    let day = hasDay ? Int(String(decoding: bytes[tokens[stop].range], as: UTF8.self)) : nil
    return Found(
      meaning: .appeared(year: nil, month: month, day: day.flatMap { (1...31).contains($0) ? $0 : nil }),
      tokens: bracketed(index..<(hasDay ? stop + 1 : next + 1)))
  }

  private func bracketed(_ range: Range<Int>) -> Range<Int> {
    guard range.lowerBound > 0, [40, 91].contains(mark(range.lowerBound - 1)),
      [41, 93].contains(mark(range.upperBound))
    else { return range }
    return (range.lowerBound - 1)..<(range.upperBound + 1)
  }
}
