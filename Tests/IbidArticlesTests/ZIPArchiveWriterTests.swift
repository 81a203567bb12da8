import TestSupport
import Testing

@testable import IbidArticles

/// Archives written anew: what is not changed is copied as it is packed.
struct ZIPArchiveWriterTests {
  private static let whole = DocxFile.package([("a.xml", "<a/>"), ("b.bin", "bytes"), ("c.xml", "<c/>")])

  @Test("Entries that stay are the same bytes but for their date, in the old order; new ones come last")
  func copies() throws {
    let archive = try ZIPArchive(Self.whole)
    let changes: [String: [UInt8]?] = [
      "b.bin": Array("other and longer".utf8), "new.xml": Array("<n/>".utf8), "c.xml": nil as [UInt8]?,
    ]
    let bytes = try ZIPArchiveWriter.archive(archive, replacing: changes)
    let written = try ZIPArchive(bytes)
    #expect(written.entries.map(\.name) == ["a.xml", "b.bin", "new.xml"])
    #expect(try written.contents(of: "b.bin") == Array("other and longer".utf8))
    #expect(try written.contents(of: "new.xml") == Array("<n/>".utf8))
    var old = Array(Self.whole[try #require(archive.extent(of: archive.entries[0]))])
    old.replaceSubrange(10..<14, with: [0, 0, 0x21, 0])
    #expect(old == Array(bytes[try #require(written.extent(of: written.entries[0]))]))
    // The same once more gives the same file.
    #expect(try ZIPArchiveWriter.archive(written, replacing: [:]) == bytes)
  }

  @Test("Sizes that stand behind the data are written there again")
  func descriptors() throws {
    // The flag alone: sizes in the header may be right or nothing.
    var bytes = Self.whole
    let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[6] = 8
    bytes[directory + 8] = 8
    for index in 14..<26 { bytes[index] = 0 }
    let written = try ZIPArchiveWriter.archive(ZIPArchive(bytes), replacing: [:])
    let archive = try ZIPArchive(written)
    #expect(archive.entries[0].hasDescriptor && !archive.entries[1].hasDescriptor)
    #expect(
      try archive.contents(of: "a.xml") == Array("<a/>".utf8) && archive.contents(of: "b.bin") == Array("bytes".utf8))
    let end = try #require(archive.extent(of: archive.entries[0])).upperBound
    #expect(Array(written[end..<end + 4]) == [0x50, 0x4B, 7, 8])
    #expect(archive.entries[1].header == end + 16)
  }

  @Test(
    "What no document has is refused",
    arguments: [
      ("ZIP64", "one of ZIP64"), ("overlap", "lie over one another"), ("encrypted", "a.xml is encrypted"),
    ])
  func refuses(kind: String, message: String) throws {
    var bytes = Self.whole
    let first = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    let second = try #require(bytes.indices.first { $0 > first && bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    switch kind {
    case "ZIP64": bytes.replaceSubrange(bytes.count - 12..<bytes.count - 10, with: [0xFF, 0xFF])
    case "overlap": bytes.replaceSubrange(second + 42..<second + 46, with: bytes[first + 42..<first + 46])
    default: bytes[first + 8] = 1
    }
    let error = #expect(throws: ZIPArchive.Failure.self) {
      try ZIPArchiveWriter.archive(ZIPArchive(bytes), replacing: [:])
    }
    #expect(error?.what.contains(message) == true, "\(error?.what ?? "")")
  }

  @Test(
    "RTF in and out: what citeproc-js writes",
    arguments: [
      ("{\\i{}Salt} & sea", [("Salt", "i"), (" & sea", "")]),
      ("\\super 1,2\\nosupersub{}.", [("1,2", "^"), (".", "")]),
      ("a \\uc0\\u8211{} b\\tab{}c", [("a – b\tc", "")]), ("\\uc0\\u55357{}\\uc0\\u56489{}x", [("💩x", "")]),
      ("{\\b{}a{\\i{}b}}c\\\\\\{\\}", [("a", "b"), ("b", "ib"), ("c\\{}", "")]), ("{\\scaps Ann}", [("Ann", "s")]),
      ("{\\rtf \\u8217?x}", [("’x", "")]),
    ] as [(String, [(String, String)])])
  func rtf(text: String, runs: [(String, String)]) {
    let read = RTFText.runs(of: text).map { run in
      let marks = [
        run.format.isItalic == true ? "i" : "", run.format.isBold == true ? "b" : "",
        run.format.isSmallCaps == true ? "s" : "", run.format.height == .superscript ? "^" : "",
      ]
      return run.text + "|" + marks.joined()
    }
    #expect(read == runs.map { $0.0 + "|" + $0.1 })
  }
}
