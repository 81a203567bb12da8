import IbidFormats
import IbidModel
import TestSupport
import Testing

struct ByteInputTests {
  private let fixtures = Fixtures()

  @Test("Every member of a gzip file is read, and the padding behind them is not")
  func readsAllMembers() throws {
    let (records, summary) = try PubMedReader.records(in: fixtures.bytes("PubMed/two-members.xml.gz"))
    #expect(records.map(\.pmid) == ["1", "2"])
    #expect(summary.problems.allSatisfy { $0.outcome == .kept })
  }

  @Test("A gzip file that is cut off gives what is whole, and says so", arguments: [40, 12])
  func readsCutOffGzip(missing: Int) throws {
    let bytes = try fixtures.bytes("PubMed/two-members.xml.gz").dropLast(20 + missing)
    let (records, summary) = try PubMedReader.records(in: Array(bytes))
    #expect(records.first?.pmid == "1")
    #expect(summary.problems.last?.outcome == .brokenOff)
    #expect(summary.problems.last?.message.contains("gzip file is cut off") == true)
  }

  @Test("Looking at the first bytes takes none of them")
  func peeks() throws {
    var input = try ByteInput.memory(Array("\u{FEFF}0123456789".utf8), path: "x")
    #expect(input.peek(3) == Array("012".utf8))
    #expect(input.peek(100) == Array("0123456789".utf8))
    #expect(input.readAll() == Array("0123456789".utf8))
    #expect(input.readAll() == [])
  }

  @Test("A file of one byte, and of none, is read")
  func readsShortInputs() throws {
    var none = try ByteInput.memory([], path: "x")
    #expect(none.readAll() == [])
    var one = try ByteInput.memory([0x1F], path: "x")
    #expect(one.readAll() == [0x1F])
  }

  @Test("A whole file is inflated, all members of it, and its limit counts inflated bytes")
  func readsWholeFiles() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.gz", fixtures.bytes("PubMed/two-members.xml.gz"))
    let bytes = try ByteInput.bytes(of: path, limit: 1_000_000)
    #expect(String(decoding: bytes, as: UTF8.self).contains("<PMID>2</PMID>") || bytes.count > 200)
    #expect(try ByteInput.bytes(of: path, limit: bytes.count) == bytes)
    #expect(throws: InputError.tooLarge(path: path, limit: bytes.count - 1)) {
      try ByteInput.bytes(of: path, limit: bytes.count - 1)
    }
    let plain = try folder.write("a", bytes)
    #expect(try ByteInput.bytes(of: plain, limit: bytes.count) == bytes)
    #expect(throws: InputError.tooLarge(path: plain, limit: bytes.count - 1)) {
      try ByteInput.bytes(of: plain, limit: bytes.count - 1)
    }
    // No encoding is converted, and no mark taken off.
    let other = try folder.write("b", [0xFF, 0xFE, 0x41, 0])
    #expect(try ByteInput.bytes(of: other, limit: 4) == [0xFF, 0xFE, 0x41, 0])
    #expect(try ByteInput.bytes(of: try folder.write("c", ""), limit: 0) == [])
  }

  @Test("A whole file that is cut off or damaged is refused")
  func refusesBrokenFiles() throws {
    let folder = try TemporaryFolder()
    let whole = try fixtures.bytes("PubMed/two-members.xml.gz")
    let cut = try folder.write("cut.gz", whole.dropLast(40))
    #expect(throws: InputError.unreadable(path: cut, reason: "the gzip file is cut off")) {
      try ByteInput.bytes(of: cut, limit: 1_000_000)
    }
    let damaged = try folder.write("damaged.gz", whole.prefix(60) + [UInt8](repeating: 0, count: 400))
    #expect(throws: InputError.unreadable(path: damaged, reason: "the gzip file is damaged")) {
      try ByteInput.bytes(of: damaged, limit: 1_000_000)
    }
  }

  @Test("What is left of a long input is cut at the limit, and says so")
  func limitsReadAll() throws {
    var input = try ByteInput.memory(Array("0123456789".utf8), path: "x")
    #expect(input.readAll(limit: 9).count <= 9)
    #expect(input.breakOff == "it is larger than 0 MB")
    var whole = try ByteInput.memory(Array("0123456789".utf8), path: "x")
    #expect(whole.readAll(limit: 10).count == 10)
    #expect(whole.breakOff == nil)
  }

  @Test("Every error is one line that says what is wrong")
  func words() {
    let errors: [(InputError, String)] = [
      (.missing(path: "a.md"), "a.md: there is no such file"), (.forbidden(path: "a.md"), "a.md: may not be read"),
      (.isDirectory(path: "a"), "a: is a folder; name a file in it"),
      (.unreadable(path: "a.md", reason: "Input/output error"), "a.md: cannot be read: Input/output error"),
      (.empty(path: "-"), "-: is empty"), (.tooLarge(path: "a", limit: 200_000_000), "a: is larger than 200 MB"),
      (.tooLarge(path: "a", limit: 1_000_000), "a: is larger than 1 MB"),
      (.tooLarge(path: "a", limit: 999_999), "a: is larger than 999 kB"),
      (
        .unknownEncoding(path: "a", name: "x"),
        "a: its encoding “x” is not known; convert it to UTF-8, as in `iconv -f x -t UTF-8`"
      ),
      (.wrongFormat(path: "a", found: "is no nbib file"), "a: is no nbib file"),
    ]
    for (error, words) in errors { #expect(error.description == words) }
  }

  @Test("A file that is not there, one that is none, and one within a file are told apart")
  func opens() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a", "x")
    for path in [folder.path + "/none", file + "/b"] {
      #expect(throws: InputError.missing(path: path)) { try ByteInput.bytes(of: path, limit: 9) }
    }
    #expect(throws: InputError.isDirectory(path: folder.path)) { try ByteInput.bytes(of: folder.path, limit: 9) }
  }

  @Test("Other encodings are converted as they come", arguments: [1, 2, 3, 7, 100_000])
  func converts(size: Int) throws {
    let text = "<?xml encoding='ISO-8859-2'?>" + String(repeating: "#", count: 70_000)
    var input = try ByteInput.memory(text.utf8.map { $0 == 0x23 ? 0xB1 : $0 }, path: "x")
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: size)
    while true {
      let count = block.withUnsafeMutableBytes { input.read(into: $0) }
      if count == 0 { break }
      bytes += block[..<count]
    }
    #expect(bytes == Array(text.replacing("#", with: "ą").utf8))
  }
}
