import IbidModel
import IbidNotes
import IbidText

/// Finds the fields of a record in its string, for corpora that give no segments.
enum FieldAlignment {
  /// The example; nil where the title, the container or the first author's name is not found.
  ///
  /// - Parameter mayLack: whether the string may lack a field altogether, as styles leave titles out; then only a field
  ///   that is there in part spoils it.
  static func example(_ string: String, _ fields: JSONValue, mayLack: Bool = false) -> Example? {
    var text = LabelledText()
    text.append(string)
    var finder = Finder(string)
    for identifier in ReferenceText(string).identifiers { finder.take(identifier.range) }
    var isWhole = true
    func place(_ name: String, _ label: Label, from start: Int = 0, isNeeded: Bool = false) -> Range<Int>? {
      guard let value = fields[name]?.text else { return nil }
      guard let range = finder.find(value, from: start) else {
        if isNeeded, !mayLack || finder.find(head(of: value), from: 0) != nil { isWhole = false }
        return nil
      }
      finder.take(range)
      text.relabel(range, label)
      return range
    }
    let title = place("title", .title, isNeeded: true)
    if let authors = names(fields["author"]?.elements ?? [], before: title?.lowerBound ?? string.utf8.count, &finder) {
      let end = endOfOthers(behind: authors.upperBound, in: string)
      text.relabel(authors.lowerBound..<end, .author)
      if mayLack, end == authors.upperBound, let last = fields["author"]?.elements.last,
        names([last], before: string.utf8.count, &finder).map({ $0.upperBound > end }) ?? true
      {
        isWhole = false
      }
    } else if fields["author"] != nil {
      isWhole = false
    }
    let behind = title?.upperBound ?? 0
    let container = place("container-title", .container, from: behind, isNeeded: true)
    _ = place("publisher", .publisher, from: behind)
    _ = place("publisher-place", .place, from: behind)
    _ = place("edition", .edition, from: behind)
    let numbers = container?.upperBound ?? behind
    if place("page", .page, from: numbers) == nil, let pages = fields["page"]?.text,
      let dash = pages.firstIndex(of: "-"),
      let first = finder.find(String(pages[..<dash]), from: numbers)
    {
      // The last page is abbreviated in the string.
      var end = first.upperBound
      let bytes = text.bytes
      while end < bytes.count, bytes[end].isASCIIDigit || bytes[end] == 45 || bytes[end] >= 0x80 { end += 1 }
      finder.take(first.lowerBound..<end)
      text.relabel(first.lowerBound..<end, .page)
    }
    _ = place("volume", .volume, from: numbers)
    _ = place("issue", .issue, from: numbers)
    if mayLack || place("year", .date, from: behind) == nil { _ = place("year", .date) }
    guard isWhole else { return nil }
    labelEditors(in: &text, fields)
    return text.example
  }

  private static func head(of value: String) -> String {
    value.split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// Where the names end with «et al.» and its likes behind them.
  private static func endOfOthers(behind end: Int, in string: String) -> Int {
    let rest = String(decoding: string.utf8.dropFirst(end).prefix(24), as: UTF8.self)
    var words = rest.drop { ".,; ".contains($0) }
    guard words.count < rest.count else { return end }
    for others in others where words.lowercased().hasPrefix(others) {
      words = words.dropFirst(others.count)
      return end + rest.utf8.count - words.utf8.count
    }
    return end
  }

  private static let others = [
    "et al", "et\u{A0}al", "and others", "u. a", "u.a", "e. a", "y otros", "y cols", "e outros", "et coll",
  ]

  /// Labels the names of editors where a rendering left them in between.
  static func labelEditors(in text: inout LabelledText, _ fields: JSONValue) {
    let editors = fields["editor"]?.elements ?? []
    guard !editors.isEmpty, !text.labels.contains(.editor) else { return }
    var finder = Finder(String(decoding: text.bytes, as: UTF8.self))
    for (index, label) in text.labels.enumerated() where label != .other { finder.take(index..<(index + 1)) }
    if let range = names(editors, before: text.bytes.count, &finder), text.labels[range].allSatisfy({ $0 == .other }) {
      text.relabel(range, .editor)
    }
  }

  /// From the first to the last of the names, given names included.
  private static func names(_ names: [JSONValue], before end: Int, _ finder: inout Finder) -> Range<Int>? {
    var range: Range<Int>?
    var position = 0
    for name in names {
      for part in ["family", "literal", "given"] {
        guard let value = name[part]?.text, !value.isEmpty else { continue }
        let found: Range<Int>?
        if part == "given", let whole = range {
          // Right behind the family name, or before it.
          let behind = [value, initials(value)].compactMap { finder.find($0, from: whole.upperBound) }
            .first { $0.lowerBound <= whole.upperBound + 3 }
          found =
            behind ?? finder.find(value, from: max(0, whole.upperBound - 80))
            ?? finder.find(initials(value), from: max(0, whole.upperBound - 40))
        } else {
          found = finder.find(value, from: position) ?? finder.find(withoutParticles(value), from: position)
        }
        guard let found, found.lowerBound < end, range.map({ found.lowerBound < $0.upperBound + 60 }) ?? true else {
          continue
        }
        range =
          min(range?.lowerBound ?? found.lowerBound, found.lowerBound)..<max(range?.upperBound ?? 0, found.upperBound)
        if part != "given" { position = found.upperBound }
      }
    }
    return range
  }

  /// «von Moers» as «Moers», behind which the particle stands in some styles.
  private static func withoutParticles(_ family: String) -> String {
    let name = family.split(separator: " ").drop { $0.first?.isLowercase == true }.joined(separator: " ")
    return name.utf8.count > 2 ? name : family
  }

  private static func initials(_ given: String) -> String {
    String(given.split { " .-".contains($0) }.compactMap(\.first))
  }

  /// Finds values without regard to case, punctuation and blanks.
  struct Finder {
    private var folded: [UInt8] = []
    private var offsets: [Int] = []
    private var ends: [Int] = []
    private var isTaken: [Bool] = []

    init(_ string: String) {
      var offset = 0
      for scalar in string.unicodeScalars {
        let length = String(scalar).utf8.count
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          for byte in scalar.properties.lowercaseMapping.utf8 {
            folded.append(byte)
            offsets.append(offset)
            ends.append(offset + length)
          }
        }
        offset += length
      }
      isTaken = Array(repeating: false, count: folded.count)
    }

    mutating func take(_ range: Range<Int>) {
      for index in offsets.indices where range.contains(offsets[index]) { isTaken[index] = true }
    }

    /// The first free place of a value behind an offset, at the borders of words or numbers.
    func find(_ value: String, from start: Int) -> Range<Int>? {
      var wanted: [UInt8] = []
      for scalar in value.unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        wanted.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
      guard !wanted.isEmpty, wanted.count <= folded.count else { return nil }
      let isNumber = value.utf8.allSatisfy(\.isASCIIDigit)
      for index in 0...(folded.count - wanted.count) where offsets[index] >= start && folded[index] == wanted[0] {
        let end = index + wanted.count
        guard folded[index..<end].elementsEqual(wanted), !isTaken[index..<end].contains(true) else { continue }
        // «35(7)» is not 357.
        if isNumber, ends[end - 1] - offsets[index] != wanted.count { continue }
        let startsWord =
          index == 0 || offsets[index] > ends[index - 1] || folded[index - 1].isASCIIDigit != folded[index].isASCIIDigit
        let endsWord =
          end == folded.count || offsets[end] > ends[end - 1]
          || folded[end].isASCIIDigit != folded[end - 1].isASCIIDigit
        if startsWord, endsWord || wanted.count > 3 { return offsets[index]..<ends[end - 1] }
      }
      return nil
    }
  }
}
