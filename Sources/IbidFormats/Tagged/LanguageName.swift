import IbidModel

/// Languages as databases write them: by their English names, or by a code of MARC's.
///
/// Source: ISO 639-1; NLM, «Language Table».
enum LanguageName {
  /// The tag of a language; a tag stays as it is; nil for what is neither name nor code.
  static func tag(of value: String) -> String? {
    let word = value.lowercased().trimmedASCII
    if let code = codes[word] { return code }
    guard word.utf8.count == 3 else {
      // `en`, `en-US`
      let parts = value.split(separator: "-", omittingEmptySubsequences: false)
      let isTag = parts.allSatisfy {
        (2...8).contains($0.utf8.count) && $0.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
      }
      return isTag && parts.first?.utf8.count == 2 ? value : nil
    }
    return PubMedLanguage.code(of: word)
  }

  private static let codes: [String: String] = {
    var table: [String: String] = [:]
    for pair in list.split(separator: " ") {
      let parts = pair.split(separator: ":")
      table[String(parts[0])] = String(parts[1])
    }
    return table
  }()

  private static let list = """
    english:en german:de french:fr spanish:es italian:it portuguese:pt dutch:nl russian:ru polish:pl chinese:zh \
    japanese:ja korean:ko arabic:ar turkish:tr persian:fa hungarian:hu czech:cs slovak:sk slovenian:sl croatian:hr \
    serbian:sr bosnian:bs bulgarian:bg romanian:ro greek:el hebrew:he danish:da swedish:sv norwegian:no finnish:fi \
    icelandic:is estonian:et latvian:lv lithuanian:lt ukrainian:uk catalan:ca basque:eu galician:gl afrikaans:af \
    thai:th vietnamese:vi indonesian:id malay:ms hindi:hi urdu:ur bengali:bn latin:la welsh:cy irish:ga albanian:sq \
    macedonian:mk armenian:hy georgian:ka azerbaijani:az kazakh:kk uzbek:uz mongolian:mn
    """
}
