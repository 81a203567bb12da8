import IbidModel

/// ISSNs and ISBNs among what exports write around them: `0893-8512 (Print)`, `9780323640695 (hardback)`.
enum StandardNumber {
  /// The first ISSN in a text; the text itself where none stands in it.
  static func issn(in text: String) -> String {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
    let first = words.first { word in
      let bytes = Array(word.utf8)
      return bytes.count == 9 && bytes[4] == UInt8(ascii: "-") && bytes[..<4].allSatisfy(\.isASCIIDigit)
        && bytes[5..<8].allSatisfy(\.isASCIIDigit)
    }
    return first.map(String.init) ?? text.replacing("\n", with: " ")
  }

  /// The first ISBN in a text; the text itself where none stands in it.
  static func isbn(in text: String) -> String {
    let words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" || $0 == "(" || $0 == ")" }
    return words.lazy.map(String.init).first { Identifier(.isbn, $0) != nil } ?? text.replacing("\n", with: " ")
  }
}
