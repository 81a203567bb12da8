import IbidArticles
import IbidModel
import Testing

struct EncodingTests {
  private static let text = "Ice café\n\nIt is “so”. Nobody knows."

  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  /// The text with each `#` as this byte.
  private static func bytes(_ text: String, _ byte: UInt8) -> [UInt8] {
    text.utf8.map { $0 == UInt8(ascii: "#") ? byte : $0 }
  }

  @Test(
    "UTF-16 and Windows-1252 are read as UTF-8",
    arguments: [
      utf16(text, bigEndian: false, mark: true), utf16(text, bigEndian: true, mark: true),
      utf16(text, bigEndian: false, mark: false), utf16(text, bigEndian: true, mark: false),
      Array("Ice caf".utf8) + [0xE9] + Array("\n\nIt is ".utf8) + [0x93] + Array("so".utf8) + [0x94]
        + Array(". Nobody knows.".utf8),
      Array(text.utf8),
    ])
  func read(bytes: [UInt8]) throws {
    let read = try ArticleReaders.read(bytes, path: "a.txt")
    #expect(read.text == Array(Self.text.utf8))
    #expect(read.article.sentences.map(\.text).suffix(2) == ["It is “so”.", "Nobody knows."])
  }

  @Test("The mark of UTF-8 is no part of the text, and counts in its places")
  func mark() throws {
    let read = try ArticleReaders.read(Array("\u{FEFF}It is so.".utf8), path: "a.md")
    #expect(read.article.sentences.map(\.text) == ["It is so."])
    #expect(read.article.sentences.map(\.range.place.offset) == [3])
  }

  @Test(
    "An encoding that the file declares is that of its bytes",
    arguments: [
      ("<?xml version='1.0' encoding='ISO-8859-2'?><article><front/><body><p>A #.</p></body></article>", 0xB1, "A ą."),
      ("<html><meta charset=\"iso-8859-2\"><p>A #.</p></html>", 0xB1, "A ą."),
      ("<html><meta charset=ISO-8859-15><p>A #.</p></html>", 0xA4, "A €."),
      (
        "<html><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>A #.</p></html>", 0xE6,
        "A ж."
      ),
      ("<html><meta charset=\"koi8-r\"><p>A #.</p></html>", 0xD6, "A ж."),
      ("\\documentclass{article}\\usepackage[latin2]{inputenc}\\begin{document}A #.", 0xB1, "A ą."),
      (
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage[a,cp1250]{inputenc}\\begin{document}A #.", 0xB9,
        "A ą."
      ),
      ("<html><meta charset=\"iso-8859-1\"><p>A #.</p></html>", 0xE9, "A é."),
      ("<html><meta charset=\"iso-8859-1\"><p>A #.</p></html>", 0x80, "A €."),
      ("\\documentclass{article}\\usepackage[utf8]{inputenc}\\begin{document}A #.", 0xE9, "A é."),
    ] as [(String, UInt8, String)])
  func declared(text: String, byte: UInt8, sentence: String) throws {
    let read = try ArticleReaders.read(Self.bytes(text, byte), path: "a")
    #expect(read.article.sentences.map(\.text) == [sentence])
  }

  @Test("What is UTF-8 is read as that, whatever it declares", arguments: ["iso-8859-2", "utf-16", "x-klingon", ""])
  func declaredInVain(label: String) throws {
    let text = "<html><meta charset=\"\(label)\"><p>Café.</p></html>"
    #expect(try ArticleReaders.read(Array(text.utf8), path: "a").article.sentences.map(\.text) == ["Café."])
  }

  @Test(
    "One broken byte, another alphabet, what is no text, and what is not as declared are refused",
    arguments: [
      ("Ice café is #so.", 0xE9, 14), ("###, ####.", 0xE2, 1), ("%XDF-1.4\n#\u{1}\u{2}", 0, 10),
      ("<html><meta charset=\"utf-8\"><p>Caf# is so.", 0xE9, 35),
      ("<html><meta charset=\"x-klingon\"><p>Caf# is so.", 0xE9, 39),
      ("<html><meta charset=\"shift_jis\"><p>Caf# is so.", 0xE9, 39),
    ] as [(String, UInt8, Int)])
  func refused(text: String, byte: UInt8, place: Int) {
    let error = #expect(throws: ArticleError.self) {
      try ArticleReaders.read(Self.bytes(text, byte), path: "a.txt")
    }
    #expect(
      error?.message == "a.txt: byte \(place) is no UTF-8 text; save the article as UTF-8 or name its format")
  }

  @Test(
    "What is empty is said to be",
    arguments: [[], [0x20, 0x0A], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF, 0, 0x20]])
  func empty(bytes: [UInt8]) {
    let error = #expect(throws: ArticleError.self) { try ArticleReaders.read(bytes, path: "a.txt") }
    #expect(error?.message == "a.txt: is empty")
  }
}
