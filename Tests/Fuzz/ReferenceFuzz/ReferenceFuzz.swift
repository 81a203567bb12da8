import FuzzDriver
import IbidModel
import IbidNotes

/// Feeds the reader of free-text references with what libFuzzer makes of the seeds. A crash, a leak or a broken
/// promise below is a finding, and becomes a test.
///
///     IBID_FUZZ=1 swift build -c release --product ReferenceFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/ReferenceFuzz -max_len=600 -dict=Tests/Fuzz/references.dict CORPUS
@main
enum ReferenceFuzz {
  static func main() { fuzz(test) }
}

/// The highest bit of the first byte has the text read as a list and as a note as well, and matched with itself.
private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let choice = input.isEmpty ? 0 : input.removeFirst()
  let whole = 0..<input.count
  let parsed = ReferenceParser.parse(ReferenceText(input, in: whole))
  check(parsed, whole)
  guard choice & 0x80 != 0 else { return 0 }
  var style = ListStyle()
  for entry in ReferenceList.entries(in: input) {
    check(ReferenceParser.parse(ReferenceText(input, in: entry), in: &style), entry)
  }
  for mention in TerseCitations.mentions(in: input, whole) where !whole.contains(mention.range.lowerBound) {
    fatalError("a mention at \(mention.range) lies outside")
  }
  _ = try? Matcher(MemoryWorks([parsed.item])).match(parsed.item, text: String(decoding: input, as: UTF8.self))
  return 0
}

/// Every byte is in one field or in the remainder, and the item is JSON.
private func check(_ parsed: ParsedReference, _ whole: Range<Int>) {
  let ranges = (parsed.fields.map(\.range) + parsed.remainder).sorted { $0.lowerBound < $1.lowerBound }
  var position = whole.lowerBound
  for range in ranges {
    guard range.lowerBound == position else {
      fatalError("bytes \(position) to \(range.lowerBound) are nowhere or twice")
    }
    position = range.upperBound
  }
  guard position == whole.upperBound || ranges.isEmpty && whole.isEmpty else { fatalError("the end is lost") }
  guard (0...1).contains(parsed.confidence) else { fatalError("confidence \(parsed.confidence)") }
  guard (try? JSONReader.value(of: JSONWriter.text(of: parsed.item.cslJSON()))) != nil else {
    fatalError("the item is no JSON")
  }
}
