/// babel's names of languages and their codes.
///
/// Source: biblatex manual 3.19, table 2; ISO 639-1.
enum BibTeXLanguage {
  /// The code for a name in small letters, or for biblatex' `langgerman`; nil for any other text.
  static func code(of name: String) -> String? {
    let name = name.lowercased()
    return codes[name] ?? (name.hasPrefix("lang") ? codes[String(name.dropFirst(4))] : nil)
  }

  /// babel's name for a code, as `de-AT`: that of the country's own, else of the language; nil where there is none.
  static func name(of code: String) -> String? {
    let code = code.replacingUnderscore.lowercased()
    return names[code] ?? names[String(code.prefix { $0 != "-" })]
  }

  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    for (code, names) in table { for name in names.split(separator: " ") { codes[String(name)] = code } }
    return codes
  }()

  private static let names: [String: String] = {
    var byCode: [String: String] = [:]
    for (code, names) in table { byCode[code.lowercased()] = names.split(separator: " ").first.map(String.init) }
    return byCode
  }()

  /// Codes, and names: the one to write first.
  private static let table: [(String, String)] = [
    ("en", "english eng"), ("en-US", "american usenglish"), ("en-GB", "british ukenglish"), ("en-CA", "canadian"),
    ("en-AU", "australian"), ("en-NZ", "newzealand"), ("de", "german ngerman deutsch ger"),
    ("de-AT", "austrian naustrian"), ("de-CH", "swissgerman nswissgerman"), ("fr", "french français fre francais"),
    ("fr-CA", "canadien acadian"), ("es", "spanish español spa"), ("pt", "portuguese português portuges por"),
    ("pt-BR", "brazilian brazil"), ("it", "italian italiano ita"), ("nl", "dutch nederlands"), ("pl", "polish"),
    ("ru", "russian rus"), ("sv", "swedish"), ("da", "danish"), ("nb", "norsk bokmål"), ("nn", "nynorsk"),
    ("no", "norwegian"), ("fi", "finnish"), ("cs", "czech"), ("hu", "hungarian magyar"), ("tr", "turkish"),
    ("el", "greek"), ("uk", "ukrainian"), ("sk", "slovak"), ("sl", "slovenian slovene"), ("hr", "croatian"),
    ("sr", "serbian"), ("bg", "bulgarian"), ("ro", "romanian"), ("et", "estonian"), ("lv", "latvian"),
    ("lt", "lithuanian"), ("is", "icelandic"), ("ca", "catalan"), ("eu", "basque"), ("gl", "galician"),
    ("he", "hebrew"), ("ar", "arabic"), ("fa", "persian farsi"), ("ja", "japanese"), ("zh", "chinese"),
    ("ko", "korean"), ("la", "latin"), ("vi", "vietnamese"), ("hi", "hindi"), ("id", "indonesian"), ("th", "thai"),
    ("af", "afrikaans"), ("cy", "welsh"), ("ga", "irish"),
  ]
}

extension String {
  fileprivate var replacingUnderscore: String {
    utf8.contains(UInt8(ascii: "_")) ? split(separator: "_").joined(separator: "-") : self
  }
}
