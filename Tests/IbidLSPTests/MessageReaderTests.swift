import IbidLSP
import IbidModel
import TestSupport
import Testing

struct MessageReaderTests {
  private func events(_ bytes: [UInt8], by count: Int = .max) -> [String] {
    var reader = MessageReader()
    var found: [String] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      reader.append(rest.prefix(count))
      rest = rest.dropFirst(count)
      while let event = reader.next() {
        switch event {
        case .message(let value): found.append(JSONWriter.text(of: value))
        case .fault(let code, let reason): found.append("\(code) \(reason)")
        }
      }
    }
    return found
  }

  private func message(_ body: String) -> [UInt8] { Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8) }

  @Test("Messages are taken out of the stream, however it is cut")
  func readsMessages() {
    let stream =
      message("{\"id\":1}") + Array("content-length:4\r\nContent-Type: x\r\n\r\ntrue".utf8) + message("\"😀\"")
      + Array("Content-Length: 2\n\n[]".utf8)
    for count in [1, 2, 3, 7, 1000] {
      #expect(events(stream, by: count) == ["{\"id\":1}", "true", "\"😀\"", "[]"])
    }
  }

  @Test(
    "What is no message is told once, and the next message is read",
    arguments: [
      ("Content-Length: 9\r\n\r\n{\"id\":1}X", "-32700"), ("Content-Length: x\r\n\r\n", "-32700"),
      ("Content-Length: -4\r\n\r\n", "-32700"), ("Content-Length: 99999999999999999999\r\n\r\n", "-32700"),
      ("Content-Type: x\r\n\r\n", "-32700"), ("\r\n\r\n", "-32700"), ("Content-Length: 3\r\n\r\n{\"\u{1}", "-32700"),
      ("Content-Length: 0\r\n\r\n", "-32700"), ("rubbish\r\n", "-32700"), ("rubbish", "-32700"),
      (String(repeating: "x", count: 10_000), "-32700"),
    ])
  func goesOnBehindFaults(rubbish: String, code: String) {
    for count in [1, 5000, 100_000] {
      let found = events(Array(rubbish.utf8) + message("{\"id\":2}"), by: count)
      #expect(found.last == "{\"id\":2}", "\(rubbish.prefix(40))")
      #expect((1...4).contains(found.count) && found.dropLast().allSatisfy { $0.hasPrefix(code) }, "\(found)")
    }
  }

  @Test("A length that is too short leaves bytes over, which are passed over")
  func passesOverRests() {
    let found = events(Array("Content-Length: 4\r\n\r\ntrue, and more".utf8) + message("1") + message("2"))
    #expect(found.first == "true" && found.suffix(2) == ["1", "2"] && found.count == 4)
  }

  @Test("A message of a hundred megabytes is passed over without being kept")
  func refusesLongMessages() {
    var reader = MessageReader()
    reader.append(Array("Content-Length: 100000000\r\n\r\n".utf8))
    var found: [MessageReader.Event] = []
    let block = [UInt8](repeating: 0x20, count: 1_000_000)
    for _ in 0..<100 {
      reader.append(block)
      while let event = reader.next() { found.append(event) }
    }
    reader.append(message("7"))
    while let event = reader.next() { found.append(event) }
    #expect(found.count == 2 && found.last == .message(7))
    guard case .fault(let code, _)? = found.first else {
      Issue.record("the message was taken")
      return
    }
    #expect(code == -32600)
  }

  @Test("Whatever comes in, the reader goes on")
  func survivesNoise() {
    var random = SeededGenerator(20)
    let pieces = [
      "Content-Length: ", "12", "\r\n", "\r\n\r\n", "{\"id\":1}", "\n", "content-length:", "\u{0}", "8", ":", "x",
    ]
    for _ in 0..<2000 {
      var stream: [UInt8] = []
      for _ in 0..<Int(random.next() % 12) { stream += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8) }
      var reader = MessageReader()
      reader.append(stream)
      var count = 0
      while reader.next() != nil { count += 1 }
      #expect(count <= stream.count + 1)
    }
  }

  @Test("What is written is read as it was")
  func writesMessages() {
    let value = JSONValue.object([JSONMember("text", "😀\r\n")])
    var reader = MessageReader()
    reader.append(MessageWriter.bytes(of: value))
    #expect(reader.next() == .message(value) && reader.next() == nil)
  }
}
