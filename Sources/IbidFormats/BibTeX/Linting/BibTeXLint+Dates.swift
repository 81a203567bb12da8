import IbidModel
import IbidText

extension BibTeXLint {
  /// A year without four digits, or one far from ours.
  mutating func lookAtYear(_ value: WrittenValue) {
    guard !value.hasWords, value.text.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\\") }) else { return }
    let text = value.string.trimmedASCII
    // biber knows years before ours.
    if text.hasPrefix("-"), text.utf8.count < 6, Int(text) != nil { return }
    let runs = text.split { !($0.isASCII && $0.isNumber) }
    if runs.contains(where: { $0.count == 4 && (1000...2100).contains(Int($0) ?? 0) }) { return }
    if runs.isEmpty, Self.unpublished.contains(text.lowercased().filter { $0.isLetter }) { return }
    tell("bad-year", in: value, at: value.text.indices, "“\(text)” is no year")
  }

  /// What stands for a year that is not yet known.
  private static let unpublished: Set<String> = [
    "inpress", "forthcoming", "toappear", "submitted", "nd", "accepted", "inpreparation", "underreview", "undated",
    "unpublished", "inprint", "tbd", "present", "ongoing", "imdruck", "souspresse", "enprensa", "noprelo",
  ]

  /// The month that a value's words and numbers say; nil where they say none, or several.
  func month(_ pieces: ArraySlice<BibTeXPlaces.Piece>) -> (month: Int, day: Int?)? {
    var months: [Int] = []
    var numbers: [Int] = []
    for piece in pieces {
      for word in text(piece.range).lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        if let number = Int(word) {
          numbers.append(number)
        } else if let month = Month.number(inAnyLanguage: String(word)) {
          months.append(month)
        }
      }
    }
    if months.isEmpty, numbers.count == 1, (1...12).contains(numbers[0]) { return (numbers[0], nil) }
    guard months.count == 1 else { return nil }
    return (months[0], numbers.count == 1 ? numbers[0] : nil)
  }

  mutating func lookAtMonth(_ pieces: ArraySlice<BibTeXPlaces.Piece>) {
    let written = pieces.filter { $0.delimiter != .none }
    guard let first = pieces.first else { return }
    let whole = first.range.lowerBound..<(pieces.last?.range.upperBound ?? first.range.upperBound)
    let value = WrittenValue(pieces, in: bytes)
    if written.count < pieces.count, value.hasWords { return }
    guard value.text.allSatisfy({ $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "{") }) else { return }
    let words = value.string.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let numbers = words.compactMap { Int($0) }
    if numbers.count == words.count {
      if let number = numbers.first(where: { !(1...12).contains($0) }) {
        tell("unknown-month", at: whole, "there is no month \(number)")
      }
      return
    }
    guard let month = words.lazy.compactMap({ Month.number(inAnyLanguage: $0) }).first,
      let macro = Month.abbreviation(of: month)
    else {
      if words.contains(where: { Month.season(of: $0) != nil }) { return }
      return tell("unknown-month", at: whole, "“\(value.string)” is no month")
    }
    let isAlone = words.count == 1 && pieces.count == 1
    tell(
      "month-spelled-out", at: whole, "the month is the string “\(macro)”, without braces",
      fix: isAlone
        ? .init(range: whole.lowerBound - 1..<whole.upperBound + 1, text: Array(macro.utf8)) : nil)
  }

  /// A day that its month has not.
  mutating func lookAtDay(of entry: Entry) {
    let places = entry.places
    func pieces(_ name: String) -> ArraySlice<BibTeXPlaces.Piece> {
      places.fields.first { $0.name == name }.map { places.pieces[$0.pieces] } ?? []
    }
    let day = pieces("day")
    guard !day.isEmpty || !pieces("month").isEmpty else { return }
    let month = month(pieces("month"))
    let value = WrittenValue(day.isEmpty ? pieces("month") : day, in: bytes)
    guard let number = day.isEmpty ? month?.day : Int(value.string.trimmedASCII) else { return }
    let year = Int(WrittenValue(pieces("year"), in: bytes).string.trimmedASCII)
    guard !(1...Self.days(of: month?.month, in: year)).contains(number) else { return }
    tell("bad-date", in: value, at: value.text.indices, "this month has no day \(number)")
  }

  private static func days(of month: Int?, in year: Int?) -> Int {
    guard let month else { return 31 }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// A date of biblatex’: ISO 8601-2 as biber reads it.
  ///
  /// Source: biblatex manual 3.19, section 2.3.8.
  mutating func lookAtDate(_ value: WrittenValue) {
    guard !value.hasWords else { return }
    let text = value.string.trimmedASCII
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map { Self.read($0.trimmedASCII) }
    if ends.contains(where: { $0 == .impossible }) || ends == [.malformed] && Self.isImpossible(text) {
      return tell("bad-date", in: value, at: value.text.indices, "there is no such day as “\(text)”")
    }
    if ends.count > 2 || ends.contains(where: { $0 == .malformed }) || ends == [.open] {
      return tell(
        "bad-date", in: value, at: value.text.indices,
        "biber reads dates as 2020-03-31, 2020/2021 or 2020~, and not “\(text)”", if: .isBiblatex)
    }
    if ends.count == 2, case .date(let start) = ends[0], case .date(let end) = ends[1],
      end.lexicographicallyPrecedes(start), end.count == start.count
    {
      tell("bad-date", in: value, at: value.text.indices, "“\(text)” ends before it begins")
    }
  }

  /// `31.4.2020`, of which no order of day and month makes a day.
  private static func isImpossible(_ text: String) -> Bool {
    let parts = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    guard parts.count == 3, text.allSatisfy({ $0.isASCII && !$0.isLetter }),
      let year = parts.first(where: { $0 > 999 })
    else { return false }
    let rest = parts.filter { $0 != year }
    guard rest.count == 2 else { return false }
    return ![(rest[0], rest[1]), (rest[1], rest[0])].contains { month, day in
      (1...12).contains(month) && (1...days(of: month, in: year)).contains(day)
    }
  }

  private enum DateEnd: Equatable {
    case date([Int]), open, uncertain, impossible, malformed
  }

  private static func read(_ text: String) -> DateEnd {
    if text.isEmpty || text == ".." { return .open }
    var rest = text[...]
    if let time = rest.firstIndex(of: "T") { rest = rest[..<time] }
    while let last = rest.last, "~?%".contains(last) { rest.removeLast() }
    let isNegative = rest.hasPrefix("-")
    if isNegative { rest = rest.dropFirst() }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, parts.count <= 3, year.utf8.count == 4 || year.hasPrefix("Y") || year.hasPrefix("y"),
      year.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || "XuE-".contains($0)) }),
      parts.dropFirst().allSatisfy({ part in
        part.utf8.count == 2 && part.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "X") || $0 == 0x75 }
      })
    else { return .malformed }
    let numbers = parts.map { Int($0) }
    if parts.count > 1, let month = numbers[1] {
      let isSeason = (21...41).contains(month) && parts.count == 2
      guard (1...12).contains(month) || isSeason else { return .impossible }
    }
    if parts.count > 2, let day = numbers[2], !(1...days(of: numbers[1], in: numbers[0])).contains(day) {
      return .impossible
    }
    let known = numbers.compactMap(\.self)
    return known.count == parts.count && !isNegative ? .date(known) : .uncertain
  }
}
