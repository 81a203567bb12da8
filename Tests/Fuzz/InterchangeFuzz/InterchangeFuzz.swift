import FuzzDriver
import IbidFormats
import IbidModel

/// Feeds the readers of other programs' libraries with what libFuzzer makes of the seeds. A crash, a leak or a broken
/// promise below is a finding, and becomes a test.
///
///     IBID_FUZZ=1 swift build -c release --product InterchangeFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/InterchangeFuzz -max_len=4096 -dict=Tests/Fuzz/interchange.dict CORPUS
@main
enum InterchangeFuzz {
  static func main() { fuzz(test) }
}

/// The formats that are read, by the first byte.
private let formats: [RecordFormat] = [.bibtex]

private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let choice = input.isEmpty ? 0 : Int(input.removeFirst())
  let format = formats[choice % formats.count]
  _ = format.recognizes?(input)
  let items = read(input, format)
  for item in items {
    guard (try? JSONReader.value(of: JSONWriter.text(of: item.cslJSON()))) != nil else {
      fatalError("the item is no JSON")
    }
  }
  guard var writer = try? format.makeWriter?(WritingOptions()) else { return 0 }
  let text = writer.text(of: items)
  guard read(Array(text.utf8), format).count == items.count else { fatalError("what is written is not all read") }
  return 0
}

private func read(_ bytes: [UInt8], _ format: RecordFormat) -> [Item] {
  var items: [Item] = []
  guard let read = format.read, var input = try? ByteInput.memory(bytes, path: "fuzz") else { return [] }
  _ = try? read(&input, ReadingOptions()) { items.append($0) }
  return items
}
