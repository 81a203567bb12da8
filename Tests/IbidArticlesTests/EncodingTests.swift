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

  @Test(
    "UTF-16 and Windows-1252 are read as UTF-8",
    arguments: [
      utf16(text, bigEndian: false, mark: true), utf16(text, bigEndian: true, mark: true),
      utf16(text, bigEndian: false, mark: false), utf16(text, bigEndian: true, mark: false),
      Array("Ice caf".utf8) + [0xE9] + Array("\n\nIt is ".utf8) + [0x93] + Array("so".utf8) + [0x94]
        + Array(". Nobody knows.".utf8),
    ])
  func read(bytes: [UInt8]) throws {
    let read = try ArticleReaders.read(bytes, path: "a.txt")
    #expect(read.text == Array(Self.text.utf8))
    #expect(read.article.sentences.map(\.text).suffix(2) == ["It is “so”.", "Nobody knows."])
  }

  @Test(
    "One broken byte, another alphabet, and what is no text are refused",
    arguments: [
      Array("Ice café is ".utf8) + [0xE9] + Array("so.".utf8), [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x2E],
      Array("%PDF-1.4\n".utf8) + [0, 1, 2, 0xE9],
      Array("<html><meta charset=\"koi8-r\"><p>Caf".utf8) + [0xE9] + Array(" is so.".utf8),
    ])
  func refused(bytes: [UInt8]) {
    #expect(throws: ArticleError.self) { try ArticleReaders.read(bytes, path: "a.txt") }
  }
}
