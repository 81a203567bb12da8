import IbidModel
import IbidText

extension BibTeXLint {
  /// Marks that LaTeX takes for commands, outside of formulas and addresses.
  mutating func lookAtLaTeX(_ pieces: ArraySlice<BibTeXPlaces.Piece>) {
    var dollar: Int?
    for piece in pieces where piece.delimiter != .none {
      var place = piece.range.lowerBound
      let end = piece.range.upperBound
      while place < end {
        switch bytes[place] {
        case UInt8(ascii: "\\"):
          place = behindCommand(at: place, end)
          continue
        case UInt8(ascii: "$"): dollar = dollar == nil ? place : nil
        case UInt8(ascii: "&"):
          if let entity = lookAtEntity(at: place, end, isPrinted: true) {
            place = entity
            continue
          }
          if dollar == nil { escape(place, "unescaped-ampersand") }
        case UInt8(ascii: "%"): escape(place, "unescaped-percent")
        case UInt8(ascii: "#") where dollar == nil: escape(place, "unescaped-hash")
        case UInt8(ascii: "_") where dollar == nil: escape(place, "unescaped-underscore")
        default: break
        }
        place += 1
      }
    }
    if let dollar { tell("odd-dollar", at: dollar..<dollar + 1, "this dollar sign has no partner") }
  }

  /// Where to go on behind a command: behind its argument too, where that is an address, a key or a formula.
  private func behindCommand(at start: Int, _ limit: Int) -> Int {
    var place = start + 1
    while place < limit, bytes[place].isASCIILetter { place += 1 }
    let name = text(start + 1..<place)
    if name.isEmpty {
      // `\(…\)`
      guard place < limit, bytes[place] == UInt8(ascii: "(") else { return min(limit, place + 1) }
      return bytes[place..<limit].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? limit
    }
    guard Self.verbatimCommands.contains(name) || name.hasPrefix("cite") else { return place }
    while place < limit, bytes[place].isASCIISpace { place += 1 }
    guard place < limit, bytes[place] == UInt8(ascii: "{") else { return place }
    var depth = 0
    while place < limit {
      if bytes[place] == UInt8(ascii: "{") { depth += 1 }
      if bytes[place] == UInt8(ascii: "}") { depth -= 1 }
      place += 1
      if depth == 0 { break }
    }
    return place
  }

  private static let verbatimCommands: Set<String> = [
    "url", "path", "nolinkurl", "href", "ref", "label", "ensuremath", "includegraphics", "doi", "verb", "hyperlink",
  ]

  /// HTML's entities where nothing is printed.
  mutating func lookForEntities(_ pieces: ArraySlice<BibTeXPlaces.Piece>, severity: Severity) {
    for piece in pieces {
      for place in piece.range where bytes[place] == UInt8(ascii: "&") {
        _ = lookAtEntity(at: place, piece.range.upperBound, isPrinted: true, severity)
      }
    }
  }

  /// An entity, and the offset behind it; nil where none stands here.
  mutating func lookAtEntity(at place: Int, _ limit: Int, isPrinted: Bool, _ severity: Severity? = nil) -> Int? {
    let window = Array(bytes[place..<min(limit, place + 12)])
    guard let (scalar, length) = HTMLEntity.reference(in: window, at: 0) else { return nil }
    let range = place..<place + length
    let name = text(range)
    let text: String? =
      switch scalar {
      case "&": isPrinted ? "\\&" : "&"
      case "<", ">": isPrinted ? "$\(scalar)$" : String(scalar)
      case "\u{A0}": "~"
      case "\"", "{", "}", "\\", "%", "#", "$", "_", "\u{0}"..."\u{9F}": nil
      default: String(scalar)
      }
    tell(
      "html-entity", at: range, "“\(name)” is HTML’s for “\(scalar)”", severity: severity,
      fix: text.map { .init(range: range, text: Array($0.utf8)) })
    return range.upperBound
  }

  private mutating func escape(_ place: Int, _ rule: String) {
    tell(
      rule, at: place..<place + 1,
      "a “\(Character(Unicode.Scalar(bytes[place])))” stands without a backslash",
      fix: .init(range: place..<place, text: [UInt8(ascii: "\\")]))
  }
}
