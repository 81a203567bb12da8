internal import IbidModel

/// How the characters of a text are written as bytes.
///
/// Only encodings in this file's tables are read, whatever else iconv(3) may know: among the rest are those that keep
/// a state or hide one text in another.
package struct TextEncoding: Sendable, Hashable {
  /// Its name, as iconv(3) takes it: `UTF-8`, `CP1252`.
  package let name: String

  /// UTF-8, and the ASCII in it.
  package static let utf8 = TextEncoding(name: "UTF-8")
  /// UTF-16 with the lower byte first.
  package static let utf16LittleEndian = TextEncoding(name: "UTF-16LE")
  /// UTF-16 with the higher byte first.
  package static let utf16BigEndian = TextEncoding(name: "UTF-16BE")
  /// Windows-1252, as which Latin-1 is read too: 0x80 to 0x9F are no letters there.
  package static let windows1252 = TextEncoding(name: "CP1252")

  private init(name: String) { self.name = name }

  /// Whether the second byte of a character may be that of a sign of ASCII's.
  var hasMarksInCharacters: Bool { ["GBK", "GB18030", "BIG5-HKSCS", "CP932", "CP949"].contains(name) }

  /// The encoding that files call by this label, in whatever case; nil where it is none that is read here.
  ///
  /// A file whose label can be read byte by byte is in no UTF-16, whatever it says: it is taken for UTF-8.
  ///
  /// Source: WHATWG Encoding Standard, section 4.2 («Names and labels»); the LaTeX package inputenc's options.
  package init?(label: String) {
    let label = String(decoding: Array(label.utf8).loweredASCII.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    guard let name = Self.names[label] ?? Self.numberedName(label) else { return nil }
    self.name = name
  }

  private static func numberedName(_ label: String) -> String? {
    func number(behind prefixes: String...) -> String? {
      prefixes.first { label.hasPrefix($0) }.map { String(label.dropFirst($0.count)) }
    }
    if let part = number(behind: "iso-8859-", "iso8859-"), let value = Int(part), String(value) == part {
      return value == 1 ? windows1252.name : (2...16).contains(value) && value != 12 ? "ISO-8859-\(value)" : nil
    }
    if let page = number(behind: "windows-", "cp", "x-cp"), let value = Int(page), String(value) == page {
      return (1250...1258).contains(value) || [850, 852, 866, 874, 932, 949].contains(value) ? "CP\(value)" : nil
    }
    return nil
  }

  /// Labels in lower case, `-` for `_`.
  private static let names: [String: String] = [
    "utf-8": "UTF-8", "utf8": "UTF-8", "us-ascii": "UTF-8", "ascii": "UTF-8", "utf-16": "UTF-8", "utf16": "UTF-8",
    "utf-16le": "UTF-8", "utf-16be": "UTF-8",
    "latin1": "CP1252", "latin-1": "CP1252", "l1": "CP1252", "ansinew": "CP1252",
    "latin2": "ISO-8859-2", "latin-2": "ISO-8859-2", "latin3": "ISO-8859-3", "latin4": "ISO-8859-4",
    "latin5": "ISO-8859-9", "latin6": "ISO-8859-10", "latin9": "ISO-8859-15", "latin10": "ISO-8859-16",
    "cyrillic": "ISO-8859-5", "arabic": "ISO-8859-6", "greek": "ISO-8859-7", "hebrew": "ISO-8859-8",
    "koi8-r": "KOI8-R", "koi8-ru": "KOI8-U", "koi8-u": "KOI8-U", "ibm866": "CP866", "tis-620": "CP874",
    "macintosh": "MACINTOSH", "x-mac-roman": "MACINTOSH", "applemac": "MACINTOSH", "x-mac-cyrillic": "MAC-CYRILLIC",
    "gb2312": "GBK", "gbk": "GBK", "x-gbk": "GBK", "gb18030": "GB18030", "big5": "BIG5-HKSCS",
    "big5-hkscs": "BIG5-HKSCS", "euc-jp": "EUC-JP", "shift-jis": "CP932", "sjis": "CP932", "windows-31j": "CP932",
    "euc-kr": "CP949", "ks-c-5601-1987": "CP949",
  ]
}
