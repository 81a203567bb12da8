import FuzzDriver
import Glibc
import IbidFormats
import IbidKit
import IbidModel

/// Feeds the readers of other programs' libraries with what libFuzzer makes of the seeds, writes what they read in
/// another format and reads that again. A crash, a leak or a broken promise below is a finding, and becomes a test.
/// `FUZZ_READER`, the name of a format, keeps to one reader, so that the inputs that libFuzzer counts are that one's.
///
///     IBID_FUZZ=1 swift build -c release --product InterchangeFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/InterchangeFuzz -max_len=4096 -dict=Tests/Fuzz/interchange.dict CORPUS
@main
enum InterchangeFuzz {
  static func main() { fuzz(test) }
}

/// The formats by the first byte as readers, by the second, where it is below 128, as writers. Their order is that of
/// the seeds in Scripts/fuzz.
private let formats: [RecordFormat] = [
  "bibtex", "ris", "nbib", "refer", "isi", "ovid", "csv", "endnote-xml", "mods", "marcxml", "csl-json", "jsonl",
  "hayagriva", "cff", "csl-yaml", "word-sources", "biblatex",
].compactMap { name in RecordFormats.all.first { $0.name == name } }

private let writers = formats.filter { $0.makeWriter != nil }

private let onlyReader: RecordFormat? = {
  guard let name = getenv("FUZZ_READER").map({ String(cString: $0) }) else { return nil }
  guard let format = formats.first(where: { $0.name == name }) else { fatalError("no reader \(name)") }
  return format
}()

private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  guard input.count >= 2 else { return 0 }
  let format = onlyReader ?? formats[Int(input[0]) % formats.count]
  let content = Array(input[2...])
  _ = format.recognizes?(content)
  let items = read(content, format)
  for item in items {
    guard (try? JSONReader.value(of: JSONWriter.text(of: item.cslJSON()))) != nil else {
      fatalError("the item is no JSON")
    }
  }
  guard input[1] < 128 else { return 0 }
  check(items, in: writers[Int(input[1]) % writers.count])
  return 0
}

private func check(_ items: [Item], in other: RecordFormat) {
  guard var writer = try? other.makeWriter?(WritingOptions()) else { return }
  // An export gives each record an identifier of its own before it writes.
  var known: Set<String> = []
  let items = items.enumerated().map { number, item in
    var item = item
    if item.id.isEmpty || !known.insert(item.id).inserted { item.id = "\(item.id)-\(number)" }
    return item
  }
  let text = Array(writer.text(of: items).utf8)
  if other.name.hasPrefix("bib"), !isBalanced(text) { fatalError("the braces of \(other.name) do not pair") }
  // A record of nbib without a PMID and a title is none.
  let records = other.name == "nbib" ? items.filter { $0[.PMID] != nil || $0[.title] != nil } : items
  guard other.read == nil || read(text, other).count == records.count else {
    fatalError("what is written in \(other.name) is not all read")
  }
}

private func read(_ bytes: [UInt8], _ format: RecordFormat) -> [Item] {
  var items: [Item] = []
  guard let read = format.read, var input = try? ByteInput.memory(bytes, path: "fuzz") else { return [] }
  _ = try? read(&input, ReadingOptions()) { items.append($0) }
  return items
}

/// Whether each brace has its partner as BibTeX counts them: those behind a backslash, too.
private func isBalanced(_ text: [UInt8]) -> Bool {
  var depth = 0
  for byte in text {
    if byte == UInt8(ascii: "{") { depth += 1 }
    if byte == UInt8(ascii: "}") { depth -= 1 }
    if depth < 0 { return false }
  }
  return depth == 0
}
