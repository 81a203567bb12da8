/// Characters that HTML 4 and XML have names for.
///
/// Source: HTML 4.01, section 24; XML 1.0, section 4.6.
package enum HTMLEntity {
  /// The scalar of this name, as in `eacute`; nil where there is none.
  package static func scalar(named name: String) -> Unicode.Scalar? { table[name] }

  /// The scalar that the reference at `index` stands for, by name or number (`&eacute;`, `&#233;`, `&#xE9;`), and the
  /// offset behind it; nil where none stands there.
  package static func reference(in text: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(text.count, index + 12)
    guard let end = (index..<limit).first(where: { text[$0] == UInt8(ascii: ";") }), end > index + 1 else { return nil }
    let name = String(decoding: text[index + 1..<end], as: UTF8.self)
    if let scalar = scalar(named: name) { return (scalar, end + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end + 1)
  }

  private static let table: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    func add(_ names: String, from first: UInt32) {
      for (offset, name) in names.split(separator: " ").enumerated() where name != "-" {
        table[String(name)] = Unicode.Scalar(first + UInt32(offset))
      }
    }
    add(latin, from: 0xA0)
    add(capitalGreek, from: 0x391)
    add(smallGreek, from: 0x3B1)
    for pair in others.split(separator: " ") {
      let parts = pair.split(separator: ":")
      table[String(parts[0])] = UInt32(parts[1], radix: 16).flatMap(Unicode.Scalar.init)
    }
    return table
  }()

  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
    micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
    Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
    ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
    uuml yacute thorn yuml
    """
  private static let capitalGreek = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi \
    Chi Psi Omega
    """
  private static let smallGreek = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon \
    phi chi psi omega
    """
  private static let others = """
    OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc ensp:2002 emsp:2003 thinsp:2009 \
    ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e dagger:2020 Dagger:2021 \
    bull:2022 hellip:2026 permil:2030 prime:2032 Prime:2033 lsaquo:2039 rsaquo:203a euro:20ac trade:2122 larr:2190 \
    uarr:2191 rarr:2192 darr:2193 harr:2194 part:2202 nabla:2207 prod:220f sum:2211 minus:2212 radic:221a infin:221e \
    cap:2229 cup:222a int:222b sim:223c asymp:2248 ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 loz:25ca
    """
}
