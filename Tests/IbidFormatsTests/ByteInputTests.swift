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
}
