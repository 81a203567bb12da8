import IbidText
import Testing

struct TextEncodingTests {
  @Test(
    "Encodings go by the labels that files give them",
    arguments: [
      ("UTF-8", "UTF-8"), ("utf8", "UTF-8"), ("US-ASCII", "UTF-8"), ("utf-16", "UTF-8"),
      ("ISO-8859-1", "CP1252"), ("iso_8859-1", "CP1252"), ("latin1", "CP1252"), ("Windows-1252", "CP1252"),
      ("x-cp1252", "CP1252"), ("ansinew", "CP1252"), ("iso-8859-2", "ISO-8859-2"), ("ISO8859-16", "ISO-8859-16"),
      ("latin9", "ISO-8859-15"), ("cp1250", "CP1250"), ("windows-1258", "CP1258"), ("koi8-r", "KOI8-R"),
      ("Shift_JIS", "CP932"), ("gb2312", "GBK"), ("euc-kr", "CP949"), ("applemac", "MACINTOSH"),
      ("iso-8859-12", nil), ("iso-8859-17", nil), ("iso-8859-0", nil), ("iso-8859-02", nil), ("iso-8859-", nil),
      ("windows-1259", nil), ("windows-1249", nil), ("cp99999999999999999999", nil), ("utf-7", nil),
      ("iso-2022-cn-ext", nil), ("x-klingon", nil), ("", nil), ("latin1//translit", nil),
    ] as [(String, String?)])
  func labels(label: String, name: String?) {
    #expect(TextEncoding(label: label)?.name == name)
  }

  @Test("Every encoding that a label names can be converted")
  func converters() throws {
    let labels =
      (1...16).filter { $0 != 12 }.map { "iso-8859-\($0)" } + (1250...1258).map { "windows-\($0)" }
      + ["koi8-r", "koi8-u", "ibm866", "tis-620", "macintosh", "x-mac-cyrillic", "gbk", "gb18030", "big5"]
      + ["euc-jp", "shift_jis", "euc-kr", "cp850", "cp852"]
    for label in labels {
      let encoding = try #require(TextEncoding(label: label))
      var text: [UInt8] = []
      let converter = try #require(TextConverter(from: encoding), "\(label)")
      #expect(converter.convert(Array("Ice.".utf8)[...], isLast: true, into: &text) == 0)
      #expect(text == Array("Ice.".utf8), "\(label)")
    }
  }

  @Test(
    "What is no character becomes U+FFFD, in blocks of any size",
    arguments: [
      (.windows1252, [0x41, 0x93, 0xE9, 0x94], "A“é”", 0), (.windows1252, [0x41, 0x81, 0x42], "A\u{FFFD}B", 1),
      (.utf16LittleEndian, [0x41, 0, 0x3D, 0xD8, 0, 0xDE, 0x42, 0], "A😀B", 0),
      (.utf16BigEndian, [0, 0x41, 0xD8, 0x3D, 0xDE, 0], "A😀", 0),
      (.utf16LittleEndian, [0x41, 0, 0x3D, 0xD8, 0x42, 0], "A\u{FFFD}B", 1),
      (.utf16LittleEndian, [0, 0xDE, 0x42, 0], "\u{FFFD}B", 1), (.utf16LittleEndian, [0x41, 0, 0x42], "A\u{FFFD}", 1),
      (.utf16LittleEndian, [0x41, 0, 0x3D, 0xD8], "A\u{FFFD}", 1),
      (TextEncoding(label: "shift_jis") ?? .utf8, [0x82, 0xA0, 0x41], "あA", 0),
      (TextEncoding(label: "windows-1258") ?? .utf8, [0x41, 0x61], "Aa", 0), (.windows1252, [], "", 0),
    ] as [(TextEncoding, [UInt8], String, Int)])
  func converts(encoding: TextEncoding, bytes: [UInt8], expected: String, replaced: Int) throws {
    for size in 1...max(1, bytes.count) {
      let converter = try #require(TextConverter(from: encoding))
      var text: [UInt8] = []
      var count = 0
      for start in stride(from: 0, to: bytes.count, by: size) {
        count += converter.convert(bytes[start..<min(bytes.count, start + size)], isLast: false, into: &text)
      }
      count += converter.convert([], isLast: true, into: &text)
      #expect(String(decoding: text, as: UTF8.self) == expected, "in blocks of \(size)")
      #expect(count == replaced)
    }
  }

  @Test("A long text is converted whole")
  func longText() throws {
    let converter = try #require(TextConverter(from: .windows1252))
    var text: [UInt8] = []
    converter.convert([UInt8](repeating: 0x80, count: 100_000)[...], isLast: true, into: &text)
    #expect(text == Array(String(repeating: "€", count: 100_000).utf8))
  }

  @Test(
    "The first bytes tell the encoding of a stream",
    arguments: [
      ([0xEF, 0xBB, 0xBF, 0x41], "UTF-8", 3), ([0xFF, 0xFE, 0x41, 0], "UTF-16LE", 2),
      ([0xFE, 0xFF, 0, 0x41], "UTF-16BE", 2), ([0x3C, 0, 0x3F, 0], "UTF-16LE", 0), ([0, 0x3C, 0, 0x3F], "UTF-16BE", 0),
      (Array("<?xml version='1.0' encoding = \"ISO-8859-2\"?>".utf8), "ISO-8859-2", 0),
      (Array("<?xml version='1.0'?>".utf8), "UTF-8", 0), (Array("PMID- 1".utf8), "UTF-8", 0), ([], "UTF-8", 0),
      (Array("<?xml encoding='x-klingon'?>".utf8), nil, 0),
    ] as [([UInt8], String?, Int)])
  func streams(start: [UInt8], name: String?, markLength: Int) {
    let found = TextEncoding.find(inStart: start)
    #expect(found?.encoding.name == name)
    #expect(found?.markLength ?? 0 == markLength)
  }

  @Test("The first byte that is NUL or breaks UTF-8 is found wherever it stands")
  func invalidBytes() {
    let broken: [[UInt8]] = [
      [0], [0x80], [0xBF], [0xC0, 0xAF], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
      [0xE2, 0x82], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ]
    for before in 0..<17 {
      let text = [UInt8](repeating: 0x61, count: before)
      for bytes in broken {
        #expect(TextEncoding.firstInvalidUTF8(in: text + bytes + text) == before, "\(bytes) behind \(before)")
      }
      let whole = text + Array("é€\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}".utf8) + text
      #expect(TextEncoding.firstInvalidUTF8(in: whole) == nil)
    }
  }

  private static func latin(_ text: String, _ more: [UInt8] = []) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + more
  }

  @Test(
    "A text is known by its bytes, and by its own words where these do not tell",
    arguments: [
      (latin("plain"), "UTF-8", 0), (Array("é".utf8), "UTF-8", 0), ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8", 0),
      ([0xFF, 0xFE, 0x61, 0], "UTF-16LE", 2), ([0xFE, 0xFF, 0, 0x61], "UTF-16BE", 2), ([], "UTF-8", 0),
      (latin("caf\u{E9} au lait"), "CP1252", 0), (latin("caf\u{E9}\u{1} au lait"), nil, 0),
      (latin("a \u{1B} caf\u{E9} au lait"), "CP1252", 0), (latin("caf\u{E9} au \u{7F}"), nil, 0),
      (latin("caf\u{E9} au \u{81}"), nil, 0), (latin("caf\u{E9} au lait\u{9D}"), nil, 0),
      (latin("\u{E9}aa"), nil, 0), (latin("\u{E9}aaa"), "CP1252", 0),
      // A broken byte behind UTF-8, and UTF-8 behind a broken byte.
      (Array("é".utf8) + latin(" caf\u{E9} au lait"), nil, 0),
      (latin("caf\u{E9} ") + Array("é and some more".utf8), nil, 0),
      (latin("caf\u{E9} \u{E9} ") + Array("é and some more text".utf8), "CP1252", 0),
      (latin("\u{E9} \u{E9} \u{E9} \u{E9} \u{E9} \u{E9} and more text ") + Array("é of all kinds".utf8), "CP1252", 0),
      (latin("<meta charset=iso-8859-2> \u{E9} x"), "ISO-8859-2", 0),
      (latin("<meta charset=\"KOI8-R\"> \u{E9} x"), "KOI8-R", 0),
      (latin("<meta charset='x-klingon'> \u{E9} x"), nil, 0), (latin("<meta charset=utf-8> \u{E9} x"), nil, 0),
      (latin("<meta charset=ascii> \u{E9} some"), "CP1252", 0),
      (latin("<meta charset=us-ascii> \u{E9} some"), "CP1252", 0),
      (latin("<meta charset=latin1> \u{E9} some"), "CP1252", 0), (latin("<meta charset=latin1> \u{E9}\u{1}"), nil, 0),
      (latin("<?xml version='1.0' encoding='latin2'?> \u{E9}"), "ISO-8859-2", 0),
      (latin("\\usepackage[ansinew, latin2 ]{inputenc} \u{E9}"), "ISO-8859-2", 0),
      (latin("\\usepackage[utf8]{inputenc} \u{E9} some"), "CP1252", 0),
      (latin("\\usepackage[]{inputenc} \u{E9} some more"), "CP1252", 0),
      (latin("usepackage]{inputenc} \u{E9} some more"), "CP1252", 0),
    ] as [([UInt8], String?, Int)])
  func finds(bytes: [UInt8], name: String?, markLength: Int) {
    let found = TextEncoding.find(in: bytes)
    #expect(found?.encoding.name == name)
    #expect(found?.markLength ?? 0 == markLength)
  }

  @Test("UTF-16 without a mark is known by the zeros of sixteen bytes and more, all on one side")
  func unmarkedUTF16() {
    func name(_ units: [UInt16], isLittle: Bool) -> String? {
      let bytes = units.flatMap { isLittle ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      return TextEncoding.find(in: bytes)?.encoding.name
    }
    let letters = Array("some plain letters".utf16)
    #expect(name(letters, isLittle: true) == "UTF-16LE")
    #expect(name(letters, isLittle: false) == "UTF-16BE")
    #expect(name(Array(letters.prefix(8)), isLittle: true) == "UTF-16LE")
    #expect(name(Array(letters.prefix(8)), isLittle: false) == "UTF-16BE")
    #expect(name(Array(letters.prefix(7)), isLittle: true) == nil)
    let half = Array(repeating: [0x61, 0x4E2D] as [UInt16], count: 20).flatMap(\.self)
    #expect(name(half, isLittle: true) == nil)
    #expect(name(half + [0x61], isLittle: true) == "UTF-16LE")
    #expect(name(half + [0x61], isLittle: false) == "UTF-16BE")
    // One byte in fifty on the other side is too many.
    #expect(name([UInt16](repeating: 0x61, count: 25) + [0], isLittle: true) == "UTF-16LE")
    #expect(name([UInt16](repeating: 0x61, count: 24) + [0], isLittle: true) == nil)
    #expect(name([UInt16](repeating: 0x61, count: 25) + [0], isLittle: false) == "UTF-16BE")
    #expect(name([UInt16](repeating: 0x61, count: 24) + [0], isLittle: false) == nil)
    #expect(TextEncoding.find(in: [UInt8](repeating: 0x61, count: 100) + [0]) == nil)
  }

  @Test("A text becomes UTF-8 where what it says of itself is true, and stays as it is where it is not")
  func toUTF8() {
    func text(_ bytes: [UInt8]) -> [UInt8] { TextEncoding.utf8(of: bytes) }
    #expect(text(Self.latin("caf\u{E9} au lait")) == Array("café au lait".utf8))
    #expect(text([0xFF, 0xFE, 0x61, 0, 0xE9, 0]) == Array("aé".utf8))
    #expect(text([0xFF, 0xFE, 0, 0xDE, 0x61, 0]) == Array("\u{FFFD}a".utf8))
    #expect(text(Array("é\u{FEFF}".utf8)) == Array("é\u{FEFF}".utf8))
    let greek = Self.latin("<meta charset=iso-8859-7> \u{E1}")
    #expect(text(greek) == Array("<meta charset=iso-8859-7> α".utf8))
    #expect(text(greek + [0xD2]) == greek + [0xD2])
    #expect(text([0x61, 0xFF, 1]) == [0x61, 0xFF, 1])
  }

  @Test(
    "What a file says of its encoding is read within its first 2048 bytes",
    arguments: [
      ("<meta CHARSET=\"Latin1\">", "latin1"), ("charset=", ""), ("charset='x_y-1'", "x_y-1"), ("charset=a;b", "a"),
      ("<?xml encoding='KOI8-R'?>", "koi8-r"), ("<?xml version='1.0'?>", nil), ("<?xml encoding='x'", nil),
      ("<?xml encoding=x?>", nil), (" <?xml encoding='x'?>", nil), ("<?xml encoding = \"a'b\"?>", "a'b"),
      ("[a,b]{inputenc}", "b"), ("[utf8]{inputenc}", nil), ("]{inputenc}", nil), ("{inputenc}", nil), ("", nil),
    ] as [(String, String?)])
  func declares(text: String, label: String?) {
    #expect(TextEncoding.declaredLabel(in: Array(text.utf8)) == label)
    let far = String(repeating: " ", count: 2048) + text
    #expect(TextEncoding.declaredLabel(in: Array(far.utf8)) == nil)
  }
}
