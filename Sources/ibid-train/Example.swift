import IbidNotes
import IbidText

/// One reference to learn from: its tokens' labels as somebody gave them.
struct Example: Sendable {
  var text: ReferenceText
  var labels: [Label]
  var origin = Origin()

  /// The example with where it comes from.
  func from(_ origin: Origin) -> Example {
    var example = self
    example.origin = origin
    return example
  }
}

/// Text being put together, with the label of each of its bytes.
struct LabelledText {
  private(set) var bytes: [UInt8] = []
  private(set) var labels: [Label] = []

  mutating func append(_ text: String, _ label: Label = .other) {
    let added = text.utf8
    bytes.append(contentsOf: added)
    labels.append(contentsOf: repeatElement(label, count: added.count))
  }

  mutating func relabel(_ range: Range<Int>, _ label: Label) {
    for index in range { labels[index] = label }
  }

  /// The example, with a token's label being that of its first byte, identifiers and delimiters at the ends of fields
  /// being `other`.
  var example: Example {
    let text = ReferenceText(String(decoding: bytes, as: UTF8.self))
    var labels = text.tokens.map { $0.kind == .identifier ? .other : self.labels[$0.start] }
    trim(&labels, text)
    extendDates(&labels, text)
    for index in labels.indices.dropFirst() where labels[index] == .other && labels[index - 1] == .title {
      let mark = text.bytes[text.tokens[index].start]
      if text.tokens[index].kind == .mark, mark == 63 || mark == 33, !text.tokens[index].followsSpace {
        labels[index] = .title
      }
    }
    return Example(text: text, labels: labels)
  }

  /// Months and days beside a year are part of the date.
  private func extendDates(_ labels: inout [Label], _ text: ReferenceText) {
    guard let year = labels.firstIndex(of: .date) else { return }
    var first = year
    var last = labels[year...].prefix { $0 == .date }.endIndex - 1
    func isMonth(_ index: Int) -> Bool {
      guard labels.indices.contains(index), labels[index] == .other, text.tokens[index].isWord else { return false }
      let word = String(decoding: text.bytes[text.tokens[index].range], as: UTF8.self).lowercased()
      return word.utf8.count >= 3 && Month.number(inAnyLanguage: word) != nil
    }
    func isConnector(_ index: Int) -> Bool {
      guard labels.indices.contains(index), labels[index] == .other else { return false }
      let token = text.tokens[index]
      let word = String(decoding: text.bytes[token.range], as: UTF8.self)
      return token.kind == .number && token.length <= 2 || [".", "/", "-", "–", "de", ","].contains(word)
    }
    var place = last + 1
    while place - last <= 3, place < labels.count {
      if isMonth(place) { last = place } else if !isConnector(place) { break }
      place += 1
    }
    if last > year, last + 1 < labels.count, text.tokens[last + 1].kind == .number, text.tokens[last + 1].length <= 2,
      labels[last + 1] == .other
    {
      last += 1
    }
    place = first - 1
    while first - place <= 3, place >= 0 {
      if isMonth(place) { first = place } else if !isConnector(place) { break }
      place -= 1
    }
    if first < year, first > 0, text.tokens[first - 1].kind == .number, text.tokens[first - 1].length <= 2,
      labels[first - 1] == .other
    {
      first -= 1
    }
    for index in first...last { labels[index] = .date }
  }

  /// Delimiters at both ends of a field, and words such as «pp.» and «vol.», belong to no field.
  private func trim(_ labels: inout [Label], _ text: ReferenceText) {
    var start = 0
    while start < labels.count {
      var end = start + 1
      while end < labels.count, labels[end] == labels[start] { end += 1 }
      let label = labels[start]
      if label != .other {
        var first = start
        var last = end
        while first < last, isOutside(text, first, label, isStart: true) { first += 1 }
        while first < last, isOutside(text, last - 1, label, isStart: false) { last -= 1 }
        for index in start..<first { labels[index] = .other }
        for index in last..<end { labels[index] = .other }
      }
      start = end
    }
  }

  /// «In Vivo» is a name.
  private func isLatin(_ text: ReferenceText, _ index: Int) -> Bool {
    ["vivo", "vitro", "silico", "situ"]
      .contains(String(decoding: text.bytes[text.tokens[index].range], as: UTF8.self).lowercased())
  }

  private func isOutside(_ text: ReferenceText, _ index: Int, _ label: Label, isStart: Bool) -> Bool {
    let token = text.tokens[index]
    let word = String(decoding: text.bytes[token.range], as: UTF8.self).lowercased()
    if token.kind == .mark {
      if label == .title, !isStart, word == "?" || word == "!" || word == ")" || word == "]" { return false }
      if label == .title, isStart, word == "(" || word == "[" || word == "¿" || word == "¡" { return false }
      if label == .author || label == .container || label == .publisher, word == ")" || word == "(" { return false }
      return true
    }
    guard isStart || label == .edition else { return false }
    switch label {
    case .page:
      return ["p", "pp", "pages", "page", "pag", "pág", "págs", "pgs", "pg", "seiten", "ss"].contains(word)
        || word == "s" && index + 1 < text.tokens.count
          && (text.tokens[index + 1].kind == .mark || text.tokens[index + 1].followsSpace)
    case .volume, .issue:
      return [
        "vol", "volume", "v", "no", "nr", "n", "issue", "bd", "band", "jg", "heft", "h", "num", "número", "nº", "tome",
        "t", "iss", "number", "vols",
      ].contains(word) && index + 1 < text.tokens.count
    case .edition: return ["ed", "edn", "edition", "éd", "edição", "edición"].contains(word)
    case .container where index + 1 < text.tokens.count && isLatin(text, index + 1): return false
    case .container, .editor:
      return ["in", "en", "em", "im", "dans"].contains(word) && token.kind == .capitalized || word == "in"
    case .accessed: return ["accessed", "on"].contains(word)
    default: return false
    }
  }
}
