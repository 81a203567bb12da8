/// Languages as PubMed names them, in ISO 639-1.
///
/// Source: NLM, «Language Table» (MARC codes); ISO 639-1.
enum PubMedLanguage {
  /// The code of two letters; the code of three where there is none of two; nil for `und`, `mul` and what is no code.
  static func code(of language: String) -> String? {
    if language == "eng" { return "en" }
    let code = language.lowercased()
    guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 }) else { return nil }
    return code == "und" || code == "mul" ? nil : twoLetters[code] ?? code
  }

  /// The code of three letters that MARC has for a tag; the tag itself where it has none.
  static func marcCode(of tag: String) -> String { marcCodes[String(tag.prefix { $0 != "-" })] ?? tag }

  private static let marcCodes = Dictionary(
    list.split(separator: " ").map { (String($0.suffix(2)), String($0.prefix(3))) }
  ) { first, _ in first }

  private static let twoLetters: [String: String] = {
    var table: [String: String] = [:]
    for pair in list.split(separator: " ") {
      let parts = pair.split(separator: ":")
      table[String(parts[0])] = String(parts[1])
    }
    return table
  }()

  private static let list = """
    eng:en afr:af alb:sq sqi:sq amh:am ara:ar arm:hy hye:hy aze:az ben:bn bos:bs bul:bg cat:ca chi:zh zho:zh cze:cs \
    ces:cs dan:da dut:nl nld:nl epo:eo est:et fin:fi fre:fr fra:fr geo:ka kat:ka ger:de deu:de gla:gd gre:el ell:el \
    heb:he hin:hi hrv:hr hun:hu ice:is isl:is ind:id ita:it jpn:ja kin:rw kor:ko lat:la lav:lv lit:lt mac:mk mkd:mk \
    mal:ml mao:mi mri:mi may:ms msa:ms nor:no per:fa fas:fa pol:pl por:pt pus:ps rum:ro ron:ro rus:ru san:sa scc:sr \
    srp:sr scr:hr slo:sk slk:sk slv:sl spa:es swe:sv tha:th tur:tr ukr:uk urd:ur vie:vi wel:cy cym:cy baq:eu eus:eu \
    bel:be gle:ga glg:gl kaz:kk swa:sw tam:ta tel:te mon:mn nob:nb nno:nn yid:yi tgl:tl uzb:uz
    """
}
