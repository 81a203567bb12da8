internal import IbidModel
internal import IbidText

/// Keys as BibTeX can read them, none twice: neither in capitals nor in small letters.
struct BibTeXKeys {
  private let isASCII: Bool
  private var keys = FreeKeys()
  private var taken = GivenKeys()

  /// - Parameter isASCII: writes letters of ASCII alone, `Müller2020` as `Muller2020`: BibTeX itself reads bytes.
  init(isASCII: Bool) { self.isASCII = isASCII }

  /// The key to write for a given one.
  mutating func key(for given: String) -> String {
    let base = allowed(given)
    var lowered = ""
    let key = keys.key(base) { key in
      lowered = key.lowercased()
      return taken.has(lowered)
    }
    taken.add(lowered)
    return key
  }

  /// The key without what BibTeX ends a key at.
  private func allowed(_ given: String) -> String {
    if !given.isEmpty, given.utf8.allSatisfy(Self.isPlain) { return given }
    var key = ""
    for scalar in given.unicodeScalars {
      if scalar.value > 0x7F {
        if isASCII {
          key += Self.plain(scalar)
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.generalCategory == .nonspacingMark
        {
          key.unicodeScalars.append(scalar)
        }
      } else if scalar.value > 0x20, scalar.value < 0x7F, !Self.forbidden.contains(scalar) {
        key.unicodeScalars.append(scalar)
      }
    }
    return key.isEmpty ? "item" : key
  }

  /// Letters of ASCII for one with an accent, capitals as they were.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    var folded: [UInt8] = []
    SearchKey.appendFolded(String(scalar), to: &folded)
    let letters = String(decoding: folded.filter { $0.isASCIILetter || $0.isASCIIDigit }, as: UTF8.self)
    guard scalar.properties.isUppercase, let first = letters.first else { return letters }
    return first.uppercased() + letters.dropFirst()
  }

  /// Whether a key may have the byte, as nearly all bytes of keys.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static let forbidden: Set<Unicode.Scalar> = Set("\"#%'(),={}~\\$^".unicodeScalars)
}
