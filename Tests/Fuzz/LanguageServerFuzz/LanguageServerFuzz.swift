import FuzzDriver
import IbidLSP
import IbidModel
import IbidSession

/// Feeds the language server with what libFuzzer makes of the seeds, as bytes of its input where the first byte is below
/// 128, else as requests and edits of an open article. A crash, a leak or a broken promise below is a finding, and
/// becomes a test.
///
///     IBID_FUZZ=1 swift build -c release --product LanguageServerFuzz --scratch-path .build-fuzz
///     .build-fuzz/release/LanguageServerFuzz -max_len=4096 CORPUS
@main
enum LanguageServerFuzz {
  static func main() { fuzz(test) }
}

private func test(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  var input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let choice = input.isEmpty ? 0 : input.removeFirst()
  if choice < 128 { serve(input) } else { edit(input) }
  return 0
}

/// What comes in as bytes is read, answered and worked at; no request of a message goes without an answer.
private func serve(_ input: [UInt8]) {
  var time: UInt64 = 0
  var answers = 0
  let world = LanguageServer.World(now: { time }, send: { if $0["method"] == nil { answers += 1 } })
  let server = LanguageServer(SessionOptions(), version: "1", world)
  var reader = MessageReader()
  for piece in stride(from: 0, to: input.count, by: 97) {
    reader.append(input[piece..<min(piece + 97, input.count)])
    while let event = reader.next() {
      let before = answers
      server.receive(event)
      if case .message(let message) = event, message["id"] != nil, message["method"] != nil, answers == before {
        fatalError("a request was not answered")
      }
      time += 200
      server.work()
    }
  }
}

/// Edits keep the lines where a text that is read anew has them, and positions lead back to where they are from.
private func edit(_ input: [UInt8]) {
  var text = EditedText([])
  var rest = input[...]
  while let first = rest.popFirst(), let second = rest.popFirst(), let third = rest.popFirst() {
    let length = min(Int(third) % 16, rest.count)
    let piece = String(decoding: rest.prefix(length), as: UTF8.self)
    rest = rest.dropFirst(length)
    let start = TextPosition(line: Int(first) % 8, character: Int(first) / 8)
    let end = TextPosition(line: Int(second) % 8, character: Int(second) / 8)
    let encoding: PositionEncoding = third >= 128 ? .utf8 : .utf16
    let offsets = [start, end].map { text.offset(of: $0, encoding) }.sorted()
    text.replace(offsets[0]..<offsets[1], with: Array(piece.utf8))
    guard text == EditedText(text.bytes) else { fatalError("the lines are not those of the text") }
    for offset in offsets {
      let offset = min(offset, text.bytes.count)
      let back = text.offset(of: text.position(of: offset, encoding), encoding)
      guard back <= offset, offset - back < 4 else { fatalError("\(offset) leads back to \(back)") }
    }
  }
}
