internal import IbidModel

/// Tells whether a sentence's own text shows a citation that no list stands behind: «[3]», «(Roe, 2010)».
enum SourceSigns {
  static func areIn(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return hasNumberInBrackets(bytes) || hasNameAndYear(bytes)
  }

  /// «[3]», «[3, 4–7]»: nothing but numbers, none of them a year's length.
  private static func hasNumberInBrackets(_ bytes: [UInt8]) -> Bool {
    pieces(of: bytes, UInt8(ascii: "["), UInt8(ascii: "]")).contains { piece in
      guard piece.first?.isASCIIDigit == true, piece.last?.isASCIIDigit == true else { return false }
      let numbers = piece.split { !$0.isASCIIDigit }
      let signs: Set<UInt8> = Set(" ,;-–".utf8)
      return numbers.allSatisfy { $0.count < 4 } && piece.allSatisfy { $0.isASCIIDigit || signs.contains($0) }
    }
  }

  /// «(Roe, 2010)», «(see Roe & Doe, 2010a; WHO, 2021)»: a year behind a comma behind a name.
  private static func hasNameAndYear(_ bytes: [UInt8]) -> Bool {
    pieces(of: bytes, UInt8(ascii: "("), UInt8(ascii: ")")).contains { piece in
      piece.split(separator: UInt8(ascii: ";")).contains { part in
        guard let comma = part.lastIndex(of: UInt8(ascii: ",")),
          part[..<comma].contains(where: { $0 &- 65 < 26 })
        else { return false }
        let year = part[(comma + 1)...].drop { $0 == 0x20 }.prefix { $0.isASCIIDigit }
        return year.count == 4 && (year.starts(with: "19".utf8) || year.starts(with: "20".utf8))
          && part[year.endIndex...].prefix { $0 != 0x20 }.count <= 1
      }
    }
  }

  /// What stands between an opening and the next closing sign.
  private static func pieces(of bytes: [UInt8], _ opening: UInt8, _ closing: UInt8) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == opening { start = index + 1 }
      if byte == closing, let first = start {
        pieces.append(bytes[first..<index])
        start = nil
      }
    }
    return pieces
  }
}
