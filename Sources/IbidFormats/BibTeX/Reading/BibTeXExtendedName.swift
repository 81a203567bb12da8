import IbidModel

/// biblatex' extended form of a name: `family=Hove, given=Jeroen, prefix=van den, useprefix=true`.
///
/// Source: biblatex manual 3.19, section 3.4 («Name lists»).
enum BibTeXExtendedName {
  /// The name; nil where the text is in another form.
  static func name(_ part: ArraySlice<UInt8>) -> Name? {
    var name = Name()
    var prefix: String?
    var isKept = true
    for piece in pieces(part) {
      guard let sign = piece.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let key = String(decoding: piece[..<sign].trimmedASCII.loweredASCII, as: UTF8.self)
      var raw = piece[(sign + 1)...].trimmedASCII[...]
      if raw.count > 1, raw.first == UInt8(ascii: "\""), raw.last == UInt8(ascii: "\"") {
        raw = raw.dropFirst().dropLast()
      }
      let value = BibTeXValue.plain(raw)
      switch key {
      case "family": name.family = value
      case "given": name.given = value
      case "suffix": name.suffix = value
      case "prefix": prefix = value
      case "useprefix", "juniorcomma": if key == "useprefix" { isKept = value != "false" }
      case "id", "hash", "xdata", "sortingnamekeytemplatename", "given-i", "family-i", "prefix-i", "suffix-i": break
      default: return nil
      }
    }
    if isKept { name.nonDroppingParticle = prefix } else { name.droppingParticle = prefix }
    if name.family == nil, let given = name.given { return Name(literal: given) }
    return name.family == nil ? nil : name
  }

  /// What stands between commas outside of braces and quotation marks.
  private static func pieces(_ part: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var depth = 0
    var isQuoted = false
    var start = part.startIndex
    for place in part.indices {
      switch part[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\"") where depth == 0: isQuoted.toggle()
      case UInt8(ascii: ",") where depth == 0 && !isQuoted:
        pieces.append(part[start..<place])
        start = place + 1
      default: break
      }
    }
    pieces.append(part[start...])
    return pieces
  }
}
