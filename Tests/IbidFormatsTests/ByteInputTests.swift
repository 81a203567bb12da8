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

  private func readAll(_ input: inout ByteInput, by size: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: size)
    while true {
      let count = block.withUnsafeMutableBytes { input.read(into: $0) }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }

  @Test(
    "Every input is read whole in blocks of any size, from memory and from a file",
    arguments: [1, 2, 3, 5, 399, 400, 65_536])
  func readsInBlocks(size: Int) throws {
    let folder = try TemporaryFolder()
    let gzip = try fixtures.bytes("PubMed/two-members.xml.gz")
    let inflated = try ByteInput.bytes(of: folder.write("g.gz", gzip), limit: 1 << 20)
    let long = (0..<70_000).map { UInt8(0x61 + $0 % 26) }
    let inputs: [([UInt8], [UInt8])] = [
      ([], []), ([0x1F], [0x1F]), ([0x1F, 0x8C], [0x1F, 0x8C]), ([0x61], [0x61]), (long, long), (gzip, inflated),
      (gzip + [0, 0, 0], inflated), ([0xEF, 0xBB, 0xBF, 0x61], [0x61]), ([0xEF, 0xBB, 0xBF], []),
      ([0xFF, 0xFE, 0x61, 0, 0xAC, 0x20], Array("a€".utf8)),
      ([0xFE, 0xFF, 0, 0x61, 0x20, 0xAC], Array("a€".utf8)), ([0xFF, 0xFE], []),
      (Array("<?xml encoding='latin1'?>".utf8) + [0xE9], Array("<?xml encoding='latin1'?>é".utf8)),
    ]
    for (number, (bytes, expected)) in inputs.enumerated() where size > 5 || bytes.count < 10_000 {
      var memory = try ByteInput.memory(bytes, path: "x")
      #expect(readAll(&memory, by: size) == expected, "input \(number)")
      #expect(memory.breakOff == nil, "input \(number)")
      #expect(memory.progress.bytes == bytes.count)
      #expect(memory.progress.size == bytes.count)
      let path = try folder.write("\(number)", bytes)
      var file = try ByteInput.file(path)
      #expect(file.path == path)
      #expect(file.progress.size == bytes.count)
      #expect(readAll(&file, by: size) == expected, "file \(number)")
      #expect(file.progress.bytes == bytes.count)
    }
  }

  @Test("What stands behind the last member of a gzip file, and is none, is damage; so is a member that is cut off")
  func breakOffs() throws {
    let gzip = try fixtures.bytes("PubMed/two-members.xml.gz")
    for (bytes, reason) in [
      (gzip + [0, 0], nil), (gzip + Array("rest".utf8), "the gzip file is damaged"),
      (Array(gzip.dropLast(40)), "the gzip file is cut off"),
      (Array(gzip.prefix(2)), "the gzip file is cut off"), (gzip + [0x1F], "the gzip file is cut off"),
    ] as [([UInt8], String?)] {
      for size in [1, 1 << 16] {
        var input = try ByteInput.memory(bytes, path: "x")
        _ = readAll(&input, by: size)
        #expect(input.breakOff == reason)
      }
    }
  }

  @Test("An encoding that is not known is refused by its name")
  func unknownEncoding() throws {
    #expect(throws: InputError.unknownEncoding(path: "x", name: "x-klingon")) {
      _ = try ByteInput.memory(Array("<?xml encoding='x-klingon'?>".utf8), path: "x").path
    }
  }

  @Test("Any number of bytes up to 65,536 is looked at, and all of them are read behind it")
  func peeksFar() throws {
    let long = (0..<200_000).map { UInt8(0x61 + $0 % 26) }
    for count in [0, 1, 399, 400, 401, 65_535, 65_536, 65_537, 300_000] {
      var input = try ByteInput.memory(long, path: "x")
      #expect(input.peek(count) == Array(long.prefix(min(count, 65_536))), "\(count)")
      #expect(input.peek(3) == Array(long.prefix(3)))
      #expect(input.readAll() == long)
    }
    var latin = try ByteInput.memory(
      Array("<?xml encoding='latin1'?>".utf8) + [UInt8](repeating: 0xE9, count: 100_000), path: "x")
    #expect(latin.peek(1_000).count == 1_000)
    #expect(latin.readAll().count == 25 + 200_000)
  }

  @Test("A long input is cut at its limit to the byte, and says how large it may be")
  func limits() throws {
    for (count, limit, isCut) in [(100_000, 100_000, false), (100_001, 100_000, true), (3_000_001, 3_000_000, true)] {
      var input = try ByteInput.memory([UInt8](repeating: 0x61, count: count), path: "x")
      let bytes = input.readAll(limit: limit)
      #expect((bytes.count == count) == !isCut)
      #expect(bytes.count <= limit)
      #expect(input.breakOff == (isCut ? "it is larger than \(limit / 1_000_000) MB" : nil))
    }
  }

  @Test("A break-off is one of the summary's problems, where no other says so")
  func summaries() throws {
    let gzip = try fixtures.bytes("PubMed/two-members.xml.gz")
    var input = try ByteInput.memory(gzip.dropLast(40), path: "x")
    let bytes = input.readAll()
    var summary = ReadingSummary()
    summary.add(breakOffOf: input, bytes: bytes)
    summary.add(breakOffOf: input, bytes: bytes)
    let line = bytes.count { $0 == 0x0A } + 1
    #expect(
      summary.problems == [
        RecordProblem(outcome: .brokenOff, path: "x", line: line, message: "the gzip file is cut off")
      ])
    let problems = [
      RecordProblem(outcome: .rejected, path: "x", line: 1, message: ""),
      RecordProblem(outcome: .kept, path: "x", line: 1, message: ""),
    ]
    #expect(ReadingSummary(problems: problems).rejected == 1)
    #expect(ReadingSummary(problems: problems, rejected: 7).rejected == 7)
    let whole = try ByteInput.memory([], path: "x")
    var none = ReadingSummary(problems: problems)
    none.add(breakOffOf: whole, bytes: [])
    #expect(none.problems.count == 2)
  }
}
