import IbidText

/// Labels references that keep NLM's order: authors, title, journal, date, volume, issue, pages.
struct OrderedLabeller {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private var labels: [Label]

  static func labels(of text: ReferenceText) -> [Label] {
    var labeller = OrderedLabeller(bytes: text.bytes, tokens: text.tokens)
    labeller.run()
    return labeller.labels
  }

  private init(bytes: [UInt8], tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    labels = Array(repeating: .other, count: tokens.count)
  }

  private func byte(_ index: Int) -> UInt8 { index < tokens.count ? bytes[tokens[index].start] : 0 }

  private func isStop(_ index: Int) -> Bool {
    (byte(index) == 46 || byte(index) == 63 || byte(index) == 33) && tokens[index].kind == .mark
      && (index + 1 == tokens.count || tokens[index + 1].followsSpace)
  }

  private mutating func run() {
    guard let authorsEnd = tokens.indices.first(where: isStop),
      let year = tokens.indices.last(where: { ReferenceFinder.isYear(tokens[$0], bytes) && $0 > authorsEnd })
    else { return }
    set(.author, 0..<authorsEnd)
    var containerStart = year - 1
    while containerStart > authorsEnd + 1, !isStop(containerStart - 1) { containerStart -= 1 }
    set(.title, (authorsEnd + 1)..<containerStart)
    set(.container, containerStart..<max(containerStart, year - 1))
    var index = year + 1
    while index < tokens.count, tokens[index].isWord { index += 1 }
    set(.date, year..<index)
    if byte(index) == 59, index + 1 < tokens.count, tokens[index + 1].kind == .number {
      set(.volume, (index + 1)..<(index + 2))
      index += 2
    }
    if byte(index) == 40 {
      var end = index + 1
      while end < tokens.count, byte(end) != 41 { end += 1 }
      set(.issue, (index + 1)..<end)
      index = end + 1
    }
    if byte(index) == 58 {
      var end = index + 1
      while end < tokens.count, !isStop(end), tokens[end].kind != .identifier { end += 1 }
      set(.page, (index + 1)..<end)
    }
  }

  private mutating func set(_ label: Label, _ range: Range<Int>) {
    for index in range.clamped(to: tokens.indices) where tokens[index].kind != .identifier { labels[index] = label }
  }
}
