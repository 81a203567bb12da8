import IbidText
import Testing

struct TokenizerTests {
  /// Tokens as `text:kind:length`, with a `_` before those that follow a space.
  private func outline(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [String] {
    Tokenizer.tokens(of: bytes, in: range ?? 0..<bytes.count).map {
      ($0.followsSpace ? "_" : "") + "\(String(decoding: bytes[$0.range], as: UTF8.self)):\($0.kind):\($0.length)"
    }
  }

  @Test(
    "Words, numbers and marks are told apart by their letters",
    arguments: [
      ("", ""), ("pain", "_pain:lower:4"), ("iPhone", "_iPhone:lower:6"), ("Pain", "_Pain:capitalized:4"),
      ("McAuley", "_McAuley:capitalized:7"), ("BMJ A", "_BMJ:upper:3 _A:upper:1"), ("DNAse", "_DNAse:mixed:5"),
      ("e0270221", "_e:lower:1 0270221:number:7"), ("12ab", "_12:number:2 ab:lower:2"), ("王氏", "_王氏:caseless:2"),
      ("O’Brien’s", "_O’Brien’s:mixed:7"), ("O'B D′x", "_O'B:upper:2 _D′x:capitalized:2"),
      ("a' b", "_a:lower:1 ':mark:1 _b:lower:1"),
      ("a'1", "_a:lower:1 ':mark:1 1:number:1"), ("a''b", "_a:lower:1 ':mark:1 ':mark:1 b:lower:1"),
      ("a-b", "_a:lower:1 -:mark:1 b:lower:1"), ("“a”", "_“:mark:3 a:lower:1 ”:mark:3"),
      ("a\u{A0}b", "_a:lower:1 _b:lower:1"),
      ("a\u{2009}b\u{3000}c", "_a:lower:1 _b:lower:1 _c:lower:1"), ("e\u{301}A", "_e\u{301}A:lower:2"),
      ("É\u{301}É", "_É\u{301}É:upper:2"), ("ÄÖü", "_ÄÖü:mixed:3"), ("Äö", "_Äö:capitalized:2"), ("ßa", "_ßa:lower:2"),
      ("×÷", "_×:mark:2 ÷:mark:2"), ("Aя", "_Aя:capitalized:2"), ("\u{301}a", "_\u{301}a:caseless:2"),
      ("A王a", "_A王a:mixed:3"), ("a\tb\nc\u{B}d\re", "_a:lower:1 _b:lower:1 _c:lower:1 _d:lower:1 _e:lower:1"),
      ("a@[`{z", "_a:lower:1 @:mark:1 [:mark:1 `:mark:1 {:mark:1 z:lower:1"),
      ("AZ/09:", "_AZ:upper:2 /:mark:1 09:number:2 ::mark:1"),
      ("\u{E}a", "_\u{E}:mark:1 a:lower:1"),
    ])
  func kinds(text: String, tokens: String) { #expect(outline(Array(text.utf8)).joined(separator: " ") == tokens) }

  @Test("Bytes that are no UTF-8 are marks, one each")
  func brokenBytes() {
    for bytes in [[0x80], [0xFF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
      let tokens = Tokenizer.tokens(of: [0x61] + bytes + [0x62])
      #expect(tokens.first?.kind == .lower)
      #expect(tokens.last?.kind == .lower)
      #expect(tokens.count == bytes.count + 2)
      #expect(tokens.dropFirst().dropLast().allSatisfy { $0.kind == .mark && $0.length == 1 }, "\(bytes)")
    }
  }

  @Test("Only a stretch is read; its first token follows a space; lengths end at 255")
  func stretches() {
    let bytes = Array("ab cd’ef".utf8)
    #expect(outline(bytes, in: 1..<4) == ["_b:lower:1", "_c:lower:1"])
    #expect(outline(bytes, in: 3..<99) == ["_cd’ef:lower:4"])
    #expect(outline(bytes, in: 3..<8) == ["_cd:lower:2", "’:mark:3"])
    #expect(Tokenizer.tokens(of: Array(String(repeating: "é", count: 300).utf8)).map(\.length) == [255])
    #expect(Tokenizer.tokens(of: Array(String(repeating: "1", count: 255).utf8)).map(\.length) == [255])
    #expect(Tokenizer.tokens(of: Array(String(repeating: "1", count: 254).utf8)).map(\.length) == [254])
  }

  @Test("A token knows whether it is a word, and whether it starts upper")
  func questions() {
    let tokens = Tokenizer.tokens(of: Array("a Aa A AAa 王 1 .".utf8))
    #expect(tokens.map(\.isWord) == [true, true, true, true, true, false, false])
    #expect(tokens.map(\.startsUpper) == [false, true, true, true, false, false, false])
  }

  @Test("Scalars are decoded as Swift decodes them, and broken ones are U+FFFD of one byte")
  func scalars() {
    for value: UInt32 in [0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xFFFD, 0x10000, 0x3FFFF, 0x40000, 0x10FFFF] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = [0x61] + Array(String(scalar).utf8)
      let found = bytes.withUnsafeBufferPointer { decodedScalar(in: $0, at: 1) }
      #expect(found.value == value)
      #expect(found.length == bytes.count - 1)
      for end in 2..<max(2, bytes.count) {
        for tail in [[], [0x61], [0xC0]] as [[UInt8]] {
          let broken = Array(bytes[..<end]) + tail
          let found = broken.withUnsafeBufferPointer { decodedScalar(in: $0, at: 1) }
          #expect(found.value == 0xFFFD && found.length == 1, "\(broken)")
        }
      }
    }
    for bytes in [[0x80], [0xBF, 0x80], [0xC1, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF]] as [[UInt8]] {
      let found = bytes.withUnsafeBufferPointer { decodedScalar(in: $0, at: 0) }
      #expect(found.value == 0xFFFD && found.length == 1, "\(bytes)")
    }
  }

  @Test("The short way to a scalar's class gives what Unicode's tables say")
  func classes() {
    func expected(_ scalar: Unicode.Scalar) -> ScalarClass {
      let properties = scalar.properties
      if properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" { return .space }
      if properties.isUppercase || properties.generalCategory == .titlecaseLetter { return .upper }
      if properties.isLowercase { return .lower }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return .combining
      case .otherLetter, .modifierLetter: return .caseless
      default: return .mark
      }
    }
    let inside = Array(0xA0..<0x250) + [0x300, 0x36E, 0x36F, 0x370, 0x391, 0x3B1, 0x410, 0x430, 0x5D0, 0x1C5, 0x1E9E]
    let spaces = [0x85, 0x2000, 0x2009, 0x200A, 0x200B, 0x2010, 0x2014, 0x2028, 0x2029, 0x202F, 0x205F, 0x206F, 0x3000]
    let others = [
      0xFEFF, 0x3042, 0x30A2, 0x3400, 0x4E00, 0x9FFF, 0xAC00, 0xD7A3, 0x20AC, 0x2200, 0x1D49C, 0x1F600, 0x903,
    ]
    for value in inside + spaces + others {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(ScalarClass.beyondASCII(UInt32(value)) == expected(scalar), "U+\(String(value, radix: 16))")
    }
    #expect(ScalarClass.beyondASCII(0xD800) == .mark)
  }
}

struct WordKeysTests {
  private static let texts = [
    "", "Pain", "pain, and PAIN!", "Łódź—Straße", "O’Brien O'Brien Obrien", "H2O e0270221", "Coupp\u{65}\u{301} é",
    "naïve — façade", "王氏 Αβγ", "a\u{A0}b", "x×y ÷", "ſ Ŀ ķ S", "ﬁx Ǆ ß Æ", "\u{301}", "Жук 😀 x",
  ]

  @Test("Words have one key where they are folded alike, and two keys where they are not", arguments: texts)
  func agreesWithSearchKey(text: String) {
    let words = SearchKey.words(of: text)
    #expect(WordKeys.keys(of: text).count == words.count)
    for (key, word) in zip(WordKeys.keys(of: text), words) { #expect(WordKeys.keys(of: word) == [key], "\(word)") }
    #expect(Set(WordKeys.keys(of: text)).count == Set(words).count)
  }

  @Test("A whole text has a key of its own, in which the order of its words counts")
  func whole() {
    #expect(WordKeys.whole("van den Berg") == WordKeys.whole("Van Den Bérg"))
    #expect(WordKeys.whole("Berg van den") != WordKeys.whole("van den Berg"))
    #expect(WordKeys.whole("vandenberg") != WordKeys.whole("van den Berg"))
    #expect(WordKeys.whole("… 😀") == 0)
    #expect(WordKeys.whole("a") != 0)
  }
}
