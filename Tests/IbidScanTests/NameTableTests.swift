import IbidScan
import Testing

struct NameTableTests {
  @Test("Names are told apart by every letter, whatever their length")
  func tellsApart() {
    var table = NameTable<Int32>()
    var numbers: [Int32: String] = [:]
    // Lengths around the words that are compared, and names that differ in one letter at each place.
    for length in [1, 2, 7, 8, 9, 15, 16, 17, 24, 40, 100] {
      let plain = [UInt8](repeating: UInt8(ascii: "n"), count: length)
      for place in 0...length {
        var name = plain
        if place < length { name[place] = UInt8(ascii: "m") }
        #expect(table.name(name.span) == nil)
        let learned = table.learn(name.span, Int32(place))
        #expect(numbers.updateValue(String(decoding: name, as: UTF8.self), forKey: learned.number) == nil)
        #expect(table.name(name.span)?.number == learned.number)
      }
    }
    for (number, text) in numbers {
      let name = table.name(Array(text.utf8).span)
      #expect(name?.number == number)
      #expect(name?.count == Int32(text.utf8.count))
      #expect(table.text(of: number) == text)
      let place = text.utf8.firstIndex(of: UInt8(ascii: "m")).map { text.utf8.distance(from: text.startIndex, to: $0) }
      #expect(name?.meaning == Int32(place ?? text.utf8.count))
    }
  }

  @Test("More names than there are slots for are known all the same", arguments: [1_023, 1_024, 1_025, 3_000])
  func keepsMoreThanSlots(count: Int) {
    var table = NameTable<Int32>()
    for number in 0..<count { _ = table.learn(Array("name\(number)".utf8).span, Int32(number)) }
    for number in 0..<count {
      #expect(table.name(Array("name\(number)".utf8).span)?.meaning == Int32(number))
    }
    #expect(table.name(Array("name\(count)".utf8).span) == nil)
  }

  @Test("Names that only normalization makes equal are two")
  func comparesBytes() {
    var table = NameTable<Int32>()
    let composed = table.learn(Array("\u{E9}".utf8).span, 1)
    #expect(table.name(Array("e\u{301}".utf8).span) == nil)
    #expect(table.learn(Array("e\u{301}".utf8).span, 2).number != composed.number)
    #expect(table.name([UInt8]().span) == nil)
    #expect(table.learn([UInt8]().span, 3).count == 0)
    #expect(table.name([UInt8]().span)?.meaning == 3)
  }

  @Test("A table does not grow for ever")
  func isFullAtLast() {
    var table = NameTable<Int32>()
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 24)
    #expect(table.learn(long.span, 1).number == 0)
    #expect(table.learn(Array("a".utf8).span, 2).number == 1)
    #expect(table.learn(Array("b".utf8).span, 3).number == -1)
    #expect(table.name(Array("b".utf8).span) == nil)
  }
}
