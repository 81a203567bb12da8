import FuzzDriver
import IbidFormats
import IbidModel

/// Feeds the PubMed reader with what libFuzzer makes of the seeds. A crash, a leak or a broken promise below is a
/// finding, and becomes a test.
///
///     IBID_FUZZ=1 swift build -c release --product PubMedFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/PubMedFuzz -max_len=16384 -dict=Tests/Fuzz/pubmed.dict CORPUS
@main
enum PubMedFuzz {
  static func main() { fuzz(test) }
}

/// The first byte chooses the block, so that records are cut in every way, and the format.
private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let choice = input.isEmpty ? 0 : input.removeFirst()
  _ = PubMedReader.recognizes(input)
  _ = NBIBReader.recognizes(input)
  guard var source = try? ByteInput.memory(input, path: "fuzz") else { return 0 }
  var kept = 0
  let summary: PubMedSummary?
  if choice & 0x80 != 0 {
    summary = try? NBIBReader(path: "fuzz").read(from: &source) { record in
      kept += 1
      check(record)
    }
  } else {
    var reader = PubMedReader(path: "fuzz")
    reader.blockSize = 64 << Int(choice & 7)
    var records: [PubMedRecord] = []
    summary = try? reader.read(from: &source) { record in
      kept += 1
      check(record)
      records.append(record)
    }
    reader.isQuick = false
    compare(records, summary, with: reader, input)
  }
  if let summary, summary.seen != kept + summary.rejected {
    fatalError("seen \(summary.seen) is not kept \(kept) and rejected \(summary.rejected)")
  }
  return 0
}

/// Our own parser and libxml2 read the same.
private func compare(
  _ records: [PubMedRecord], _ summary: PubMedSummary?, with reader: PubMedReader, _ input: [UInt8]
) {
  guard var source = try? ByteInput.memory(input, path: "fuzz") else { return }
  var others: [PubMedRecord] = []
  let other = try? reader.read(from: &source) { others.append($0) }
  guard records.count == others.count, zip(records, others).allSatisfy({ $0.item == $1.item && $0.line == $1.line })
  else { fatalError("the two parsers do not read the same records") }
  guard summary?.problems == other?.problems, summary?.deleted == other?.deleted, summary?.seen == other?.seen,
    summary?.unknownElements.map(\.name) == other?.unknownElements.map(\.name),
    summary?.unknownElements.map(\.count) == other?.unknownElements.map(\.count)
  else { fatalError("the two parsers do not say the same") }
}

/// The facts and the line are JSON.
private func check(_ record: PubMedRecord) {
  guard let facts = record.item.pubmed?.json, (try? JSONReader.value(of: facts)) != nil else {
    fatalError("the facts are no JSON: \(record.item.pubmed?.json ?? "none")")
  }
  var writer = JSONWriter()
  record.item.writeJSONLine(to: &writer)
  guard (try? JSONReader.value(of: String(decoding: writer.bytes, as: UTF8.self))) != nil else {
    fatalError("the item is no JSON")
  }
}
