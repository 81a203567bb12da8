import IbidModel

/// Values of the MEDLINE format.
enum NBIBText {
  /// `10.1000/x [doi]` as `10.1000/x` and `doi`; what has no such ending has no kind.
  static func bracketed(_ value: String, open: Character) -> (text: String, kind: String?) {
    let close: Character = open == "[" ? "]" : ")"
    // A substance's own name may hold brackets: the first one that opens after a blank counts.
    guard value.last == close,
      let start = open == "(" ? firstOpening(value) : value.lastIndex(of: open)
    else { return (value, nil) }
    var text = value[..<start]
    while text.last == " " { text.removeLast() }
    return (String(text), String(value[value.index(after: start)...].dropLast()))
  }

  private static func firstOpening(_ value: String) -> String.Index? {
    let utf8 = value.utf8
    var isAfterBlank = false
    for index in utf8.indices {
      if utf8[index] == UInt8(ascii: "("), isAfterBlank { return index }
      isAfterBlank = utf8[index] == 0x20
    }
    return nil
  }

  /// `Smith, John A Jr`.
  static func fullName(_ text: String) -> (last: String, fore: String?, suffix: String?) {
    guard let comma = text.firstIndex(of: ",") else { return (text, nil, nil) }
    var words = text[text.index(after: comma)...].split { $0 == " " || $0 == "," }.map(String.init)
    let suffix = words.count > 1 && suffixes.contains(words[words.count - 1]) ? words.removeLast() : nil
    return (String(text[..<comma]), words.isEmpty ? nil : words.joined(separator: " "), suffix)
  }

  /// `van der Berg JA Jr`.
  static func shortName(_ text: String) -> (last: String, fore: String?, suffix: String?) {
    var words = text.split(separator: " ").map(String.init)
    let suffix = words.count > 2 && suffixes.contains(words[words.count - 1]) ? words.removeLast() : nil
    guard words.count > 1, let initials = words.last, initials.utf8.count <= 5,
      initials.unicodeScalars.allSatisfy({ $0.properties.isUppercase || $0 == "-" })
    else { return (words.joined(separator: " "), nil, suffix) }
    return (words.dropLast().joined(separator: " "), initials, suffix)
  }

  /// Tags that repeat a date of the history, with its status there.
  static let dates = [("EDAT", "pubmed"), ("MHDA", "medline"), ("CRDT", "entrez")]

  private static let suffixes: Set<String> = ["Jr", "Sr", "2nd", "3rd", "4th", "II", "III", "IV", "Jr.", "Sr."]

  /// Appends text as XML has it. Control characters, which XML forbids, become blanks.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case 0..<0x20: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
  }
}

/// Comments and corrections of the MEDLINE format.
enum NBIBRelation {
  /// PubMed's word by the tag.
  static let types: [String: String] = [
    "CIN": "CommentIn", "CON": "CommentOn", "EIN": "ErratumIn", "EFR": "ErratumFor", "CRI": "CorrectedandRepublishedIn",
    "CRF": "CorrectedandRepublishedFrom", "PRIN": "PartialRetractionIn", "PROF": "PartialRetractionOf",
    "RIN": "RetractionIn", "ROF": "RetractionOf", "RPI": "RepublishedIn", "RPF": "RepublishedFrom",
    "RRI": "RetractedandRepublishedIn", "RRF": "RetractedandRepublishedFrom", "ECI": "ExpressionOfConcernIn",
    "ECF": "ExpressionOfConcernFor", "UIN": "UpdateIn", "UOF": "UpdateOf", "SPIN": "SummaryForPatientsIn",
    "ORI": "OriginalReportIn", "DDIN": "AssociatedDataset", "DRIN": "AssociatedPublication",
  ]

  /// The tag of PubMed's word.
  static func tag(of type: String) -> String? { tags[type] }

  private static let tags = Dictionary(types.map { ($0.value, $0.key) }) { min($0, $1) }

  /// The source, and the PMID behind it.
  static func parts(of value: String) -> (source: String, pmid: String?) {
    guard let start = Array(value.utf8).lastOffset(of: "PMID: ") else { return (value, nil) }
    let utf8 = value.utf8
    let mark = utf8.index(utf8.startIndex, offsetBy: start)
    let digits = utf8[utf8.index(mark, offsetBy: 6)...].prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty else { return (value, nil) }
    var source = value[..<mark]
    while source.last == " " { source.removeLast() }
    return (String(source), String(Substring(digits)))
  }
}

extension [UInt8] {
  fileprivate func lastOffset(of word: StaticString) -> Int? {
    let length = word.utf8CodeUnitCount
    guard length <= count else { return nil }
    return word.withUTF8Buffer { word in
      (0...(count - length)).last { self[$0..<$0 + length].elementsEqual(word) }
    }
  }
}
