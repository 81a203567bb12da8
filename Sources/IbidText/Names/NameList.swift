package import IbidModel

/// Reads lists of names as people write them: `Saragiotto BT, Maher CG`, `Smith, J., & Doe, A. B.`, `Ben Cormack
/// and Jo Gibson`, `ADAMOVSKY, E.; LEITE, L. P.`, `Alheit, Peter und Erika M. Hoerning`, bodies.
package struct NameList: Sendable, Hashable {
  /// The names, in order.
  package var names: [Name] = []
  /// Whether the list says that names are left out: «et al».
  package var isTruncated = false

  /// The names in a text.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, Tokenizer.tokens(of: bytes)[...])
  }

  /// The names in a stretch of tokens.
  package init(_ bytes: [UInt8], _ tokens: ArraySlice<Token>) {
    let split = NamePieces(bytes, tokens)
    isTruncated = split.isTruncated
    let pieces = Self.joined(split.pieces)
    if var body = Self.body(of: pieces, in: bytes) {
      // «Ministério da Saúde (BR)»
      if let last = pieces.last?.words.last, let end = Self.bracketEnd(behind: last.range.upperBound, bytes, tokens) {
        body.literal = (body.literal ?? "") + Self.trimmed(bytes, last.range.upperBound..<end)
      }
      names = [body]
      return
    }
    var start = 0
    let hasStrong = pieces.contains { $0.separator == .strong }
    while start < pieces.count {
      var end = start + 1
      while end < pieces.count, pieces[end].separator != .strong { end += 1 }
      read(pieces[start..<end], isOneName: hasStrong, in: bytes)
      start = end
    }
  }

  /// «Oliveira e Castro PDT» in a list of NLM's is one name.
  private static func joined(_ pieces: [NamePiece]) -> [NamePiece] {
    guard pieces.count > 2, pieces.contains(where: { $0.separator == .conjunction }) else { return pieces }
    var joined: [NamePiece] = []
    for piece in pieces {
      if piece.separator == .conjunction, let last = joined.last, joined.count > 1, last.separator == .comma,
        !last.hasInitials, last.coreCount == 1, piece.endsWithInitials, !piece.endsWithStop, !piece.startsWithInitials,
        joined.dropLast().allSatisfy({ $0.endsWithInitials && !$0.startsWithInitials })
      {
        joined[joined.count - 1].words += piece.words
      } else {
        joined.append(piece)
      }
    }
    return joined
  }

  /// The whole list as one body, where a word of it says so and no initials stand in it.
  private static func body(of pieces: [NamePiece], in bytes: [UInt8]) -> Name? {
    if let place = place(of: pieces, in: bytes) { return place }
    guard let first = pieces.first?.words.first, let last = pieces.last?.words.last,
      pieces.first?.namesBody == true, pieces.count <= 4,
      // «INSTITUTO NACIONAL – INEP»
      !pieces.contains(where: { $0.separator == .strong && !($0.words.count == 1 && $0.words[0].isAllUpper) }),
      !pieces.dropFirst().contains(where: { $0.hasInitials })
    else { return nil }
    return Name(literal: trimmed(bytes, first.range.lowerBound..<last.range.upperBound))
  }

  /// «São Paulo. Lei nº 9.509»: laws and reports name the state that gave them.
  private static func place(of pieces: [NamePiece], in bytes: [UInt8]) -> Name? {
    guard pieces.count == 1, let piece = pieces.first, (2...4).contains(piece.words.count),
      let first = piece.words.first,
      let last = piece.words.last
    else { return nil }
    let name = trimmed(bytes, first.range.lowerBound..<last.range.upperBound)
    return places.contains(name.lowercased()) ? Name(literal: name) : nil
  }

  private static let places: Set<String> = [
    "são paulo", "rio de janeiro", "rio grande do sul", "rio grande do norte", "minas gerais", "espírito santo",
    "santa catarina", "mato grosso", "mato grosso do sul", "distrito federal", "costa rica", "el salvador",
    "puerto rico", "united states", "united kingdom", "new zealand", "south africa",
  ]

  /// The end of a bracket that ends the tokens behind an offset and names no role.
  private static func bracketEnd(behind offset: Int, _ bytes: [UInt8], _ tokens: ArraySlice<Token>) -> Int? {
    let rest = tokens.drop { $0.start < offset }
    guard let first = rest.first, let last = rest.last, bytes[first.start] == UInt8(ascii: "("), rest.count <= 5,
      bytes[last.start] == UInt8(ascii: ")"),
      !rest.contains(where: {
        NameWordClasses(NameWords.key(of: bytes[$0.range])).contains(.role)
      })
    else { return nil }
    return last.end
  }

  /// Reads the pieces between strong separators.
  private mutating func read(_ pieces: ArraySlice<NamePiece>, isOneName: Bool, in bytes: [UInt8]) {
    let inverted = Self.invertsWordPairs(pieces, isOneName: isOneName)
    let isMedline = pieces.contains { $0.words.count > 1 && $0.words.last?.isInitials == true && !$0.endsWithStop }
    let givenFirst = pieces.reduce(0) { $0 + ($1.startsWithInitials && !$1.isInitialsOnly ? 1 : 0) }
    var index = pieces.startIndex
    while index < pieces.endIndex {
      let piece = pieces[index]
      let next = index + 1 < pieces.endIndex && pieces[index + 1].separator == .comma ? pieces[index + 1] : nil
      if piece.isSuffixOnly || piece.isLoneSuffix && names.last?.given != nil, !names.isEmpty {
        names[names.count - 1].suffix = Self.text(piece.words[...], bytes)
      } else if isMedline, index > pieces.startIndex, piece.isStrayInitial {
        // «Emerson CP,J»: what is left of «Jr» names nobody.
        index += 1
        continue
      } else if piece.namesBody, piece.isBodyWithAcronym || !piece.hasInitials && next?.isStoppedInitials != true {
        names.append(Name(literal: Self.text(piece.words[...], bytes)))
      } else if let next, Self.pairs(piece, next, inverted: inverted(index), startsWithGiven: givenFirst > 1) {
        names.append(Self.inverted(piece, next, bytes))
        index += 1
      } else {
        names.append(Self.single(piece, bytes, isMedline: isMedline))
      }
      index += 1
    }
  }

  /// Whether `family, given` is how a piece and its successor read.
  private static func pairs(
    _ piece: NamePiece, _ next: NamePiece, inverted: Bool, startsWithGiven: Bool
  ) -> Bool {
    if next.isSuffixOnly { return false }
    // «DE WIT, C. T.»
    if next.isStoppedInitials, piece.mayBeFamilyInCapitals { return true }
    if next.isInitialsOnly || next.words.allSatisfy({ $0.isInitials || $0.isLower || $0.isSuffix }) {
      // «Smith J, Doe A» has its initials already; «LI, Q.» is upper case by chance.
      return !piece.hasInitials || piece.isInitialsOnly && piece.words.count == 1
        || (piece.words.count > 1 && !piece.endsWithInitials && !piece.startsWithInitials)
    }
    if piece.hasInitials { return piece.isInitialsOnly && piece.words.count == 1 && inverted }
    // «Reuber, A. Rebecca»
    if next.startsWithInitials {
      return inverted && (next.words.count == 1 || next.words.count == 2 && piece.coreCount <= 2 && !startsWithGiven)
    }
    if next.endsWithInitials {
      // «Welch Ra, Okafor BT»: initials whose second letter was made small.
      if !next.endsWithStop, piece.endsWithSmallInitials { return false }
      // «Hurd, Richard W.» but «Hurd, Saragiotto BT».
      return inverted || next.words.last { $0.isInitials }.map { $0.hasStop && $0.letters <= 2 } == true
    }
    // «FERREIRA, Aurélio Buarque de Holanda»
    if piece.isAllUpper, !next.isAllUpper, next.coreCount <= 4 { return true }
    return inverted && next.coreCount <= 3
  }

  /// Tells, for pieces without initials, whether a piece and its successor are `family, given`.
  private static func invertsWordPairs(_ pieces: ArraySlice<NamePiece>, isOneName: Bool) -> (Int) -> Bool {
    guard let first = pieces.first else { return { _ in false } }
    // Between semicolons «Herring, Susan C.» is one, «Inna Kouper, John C. Paolillo» are two.
    if isOneName, pieces.count <= 2,
      pieces.count < 2 || first.coreCount <= 1 || pieces[pieces.startIndex + 1].coreCount <= 1
    {
      return { _ in true }
    }
    var groups: [Int] = []
    for piece in pieces {
      if piece.separator == .comma, let last = groups.last {
        groups[groups.count - 1] = last + 1
      } else {
        groups.append(1)
      }
    }
    let isFirstSingle = first.coreCount <= 1
    let allSingle = pieces.allSatisfy { !$0.hasInitials && $0.coreCount <= 1 }
    let start = pieces.startIndex
    // «Cormack, Stilwell and Gibson» are three, «Eckstein, Susan & Barberia, Lorena» two.
    if allSingle {
      let isPaired = groups.allSatisfy { $0 % 2 == 0 }
      return { _ in isPaired }
    }
    guard groups[0] >= 2 else { return { _ in groups.count > 1 && groups.dropFirst().allSatisfy { $0 == 2 } } }
    let second = pieces[start + 1]
    // «Ben Cormack, Peter Stilwell, …» are given names first; «García Márquez, Gabriel» is not.
    if isFirstSingle {
      let goesOn = groups.dropFirst().contains(2) || groups[0] % 2 == 0
      let isPaired = groups.allSatisfy { $0 == 2 }
      return { $0 == start || goesOn && pieces[$0].coreCount <= (isPaired ? 2 : 1) }
    }
    if second.coreCount == 1, first.coreCount <= 3, groups[0] == 2 {
      return { $0 == start || groups.dropFirst().contains(2) }
    }
    return { _ in false }
  }
}
