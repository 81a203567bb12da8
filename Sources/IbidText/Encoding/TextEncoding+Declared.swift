internal import IbidModel

extension TextEncoding {
  /// What a file says of its encoding near its start, in lower case: HTML's `charset=`, XML's `encoding=`, the option
  /// of LaTeX's inputenc; nil where it says nothing.
  ///
  /// The option `utf8` says nothing: it stands in every template.
  package static func declaredLabel(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(2048)).loweredASCII
    if let word = head.firstOffset(of: "charset=") { return label(at: word + 8, in: head) }
    if let label = xmlLabel(in: head) { return label }
    guard let end = head.firstOffset(of: "]{inputenc}"), let start = head[..<end].lastIndex(of: UInt8(ascii: "["))
    else { return nil }
    let option = head[(start + 1)..<end].split(separator: UInt8(ascii: ",")).last ?? []
    let name = String(decoding: option.trimmedASCII, as: UTF8.self)
    return name == "utf8" || name.isEmpty ? nil : name
  }

  /// The encoding in an XML declaration, as it is written; nil where there is none.
  package static func xmlLabel(in start: [UInt8]) -> String? {
    guard start.starts(with: "<?xml".utf8), let end = start.firstOffset(of: "?>") else { return nil }
    let declaration = Array(start[..<end])
    guard let word = declaration.firstOffset(of: "encoding") else { return nil }
    let value = declaration[(word + 8)...].drop { $0.isASCIISpace || $0 == UInt8(ascii: "=") }
    guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
  }

  private static func label(at offset: Int, in head: [UInt8]) -> String {
    let name = head[offset...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      .prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return String(decoding: name, as: UTF8.self)
  }
}

extension TextEncoding {
  /// The encoding that a remark at a `.bib` file's start names, in lower case: JabRef's `% Encoding: windows-1252`,
  /// BibDesk's `%% Saved with string encoding Western (ISO Latin 1)`; nil where none does.
  package static func remarkLabel(in start: [UInt8]) -> String? {
    for line in start.prefix(4096).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard line.first == UInt8(ascii: "%") else { continue }
      let text = Array(line).loweredASCII
      for word in ["encoding:", "string encoding "] as [StaticString] {
        guard let place = text.firstOffset(of: word) else { continue }
        let label = String(decoding: text[(place + word.utf8CodeUnitCount)...].trimmedASCII, as: UTF8.self)
        return spelledOut[label] ?? label
      }
    }
    return nil
  }

  private static let spelledOut = [
    "western (iso latin 1)": "latin1", "western (windows latin 1)": "windows-1252",
    "western (mac os roman)": "macintosh", "unicode (utf-8)": "utf-8", "central european (iso latin 2)": "latin2",
    "western (iso latin 9)": "latin9", "iso8859_1": "latin1", "cp1252": "windows-1252",
  ]
}
