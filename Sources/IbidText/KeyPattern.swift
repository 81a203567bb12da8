import IbidModel

/// How keys are made from records, as people of Better BibTeX and JabRef write it: `[auth.lower][year][shorttitle:3]`.
///
/// What stands in brackets is a field, then filters; what stands outside is written as it is. Keys have ASCII letters,
/// digits, `-`, `_` and `:` only.
package struct KeyPattern: Sendable, Hashable {
  /// What a field is called in a pattern.
  enum Field: String, CaseIterable {
    case auth, authEtAl, authors, year, shortyear, title, shorttitle, veryshorttitle, journal, type
  }

  enum Filter: Sendable, Hashable {
    case lower, upper, capitalize
    /// So many letters at most.
    case first(Int)
  }

  enum Part: Sendable, Hashable {
    case literal(String)
    /// A field with the number in its parentheses, where it has one.
    case field(Field, count: Int?, [Filter])
  }

  /// What is wrong with a pattern.
  package struct Malformed: Error, Hashable {
    package let reason: String
  }

  let parts: [Part]

  /// The pattern of this text.
  ///
  /// - Throws: what is wrong with it, and what there is.
  package init(_ text: String) throws(Malformed) {
    guard text.utf8.count <= 200 else { throw Malformed(reason: "is longer than 200 bytes") }
    var parts: [Part] = []
    var rest = text[...]
    while let next = rest.first {
      guard next == "[" else {
        let literal = rest.prefix { $0 != "[" }
        guard literal.utf8.allSatisfy(Self.isKeyByte) else {
          throw Malformed(reason: "“\(literal)” holds more than letters, digits, -, _ and :")
        }
        parts.append(.literal(String(literal)))
        rest = rest[literal.endIndex...]
        continue
      }
      guard let end = rest.firstIndex(of: "]") else { throw Malformed(reason: "a [ has no ]") }
      parts.append(try Self.part(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    guard parts.contains(where: { if case .field = $0 { true } else { false } }) else {
      throw Malformed(reason: "names no field; \(Self.known)")
    }
    self.parts = parts
  }

  static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  private static let known =
    "there are \(Field.allCases.map(\.rawValue).joined(separator: ", ")), and the filters .lower, .upper, .capitalize, :3"

  private static func part(_ text: Substring) throws(Malformed) -> Part {
    var name = text.prefix { $0 != "." && $0 != ":" }
    var rest = text[name.endIndex...]
    var count: Int?
    if name.last == ")", let open = name.firstIndex(of: "(") {
      count = number(name[name.index(after: open)...].dropLast())
      guard count != nil else { throw Malformed(reason: "“\(name)” needs a number from 1 to 99") }
      name = name[..<open]
    }
    guard let field = Field(rawValue: String(name)), count == nil || field == .authors else {
      throw Malformed(reason: "“\(text)” is not known; \(known)")
    }
    var filters: [Filter] = []
    while let mark = rest.first {
      let word = rest.dropFirst().prefix { $0 != "." && $0 != ":" }
      rest = rest[word.endIndex...]
      switch (mark, word) {
      case (".", "lower"): filters.append(.lower)
      case (".", "upper"): filters.append(.upper)
      case (".", "capitalize"): filters.append(.capitalize)
      case (":", _):
        guard let length = number(word) else { throw Malformed(reason: "“:\(word)” needs a number from 1 to 99") }
        filters.append(.first(length))
      default: throw Malformed(reason: "“\(mark)\(word)” is not known; \(known)")
      }
    }
    return .field(field, count: count, filters)
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), (1...99).contains(number)
    else { return nil }
    return number
  }
}
