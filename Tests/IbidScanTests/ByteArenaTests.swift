import IbidScan
import Testing

struct ByteArenaTests {
  @Test("An arena keeps what was in it whenever it grows", arguments: [0, 1, 2, 7, 8, 9, 64])
  func grows(capacity: Int) {
    var arena = ByteArena(capacity: capacity)
    var expected: [UInt8] = []
    for number in 0..<200 {
      let byte = UInt8(number)
      arena.append(byte)
      let more = [UInt8](repeating: byte, count: number % 4)
      arena.append(more.span)
      expected += [byte] + more
      #expect(arena.count == expected.count)
      #expect(arena.capacity >= arena.count)
    }
    #expect(arena.slice(0..<arena.count).array == expected)
    #expect(arena.last == 199)
  }

  @Test("Room is made for exactly what is asked for, and only where it is missing")
  func reserves() {
    var arena = ByteArena(capacity: 10)
    arena.append("1234")
    arena.reserve(6)
    #expect(arena.capacity == 10)
    arena.reserve(7)
    #expect(arena.capacity == 20)
    arena.reserve(100)
    #expect(arena.capacity == 104)
    #expect(arena.slice(0..<4).text == "1234")
  }

  @Test("Stretches of arrays, of other arenas and of its own are added")
  func addsStretches() {
    var other = ByteArena(capacity: 4)
    other.append("abcdef")
    var arena = ByteArena(capacity: 0)
    arena.append([1, 2, 3, 4], 1..<3)
    arena.append(other, 2..<5)
    arena.append(other, 3..<3)
    // It moves while it is copied from.
    for _ in 0..<6 { arena.appendOwn(0..<arena.count) }
    #expect(arena.count == 5 << 6)
    let once: [UInt8] = [2, 3, 0x63, 0x64, 0x65]
    #expect(arena.slice(0..<arena.count).array == Array(repeatElement(once, count: 64).joined()))
  }

  @Test("What is cut off is gone, and the last byte of nothing is 0")
  func truncates() {
    var arena = ByteArena(capacity: 2)
    #expect(arena.last == 0)
    arena.append("xyz")
    arena.truncate(to: 2)
    #expect(arena.last == UInt8(ascii: "y"))
    #expect(arena[1] == UInt8(ascii: "y"))
    arena.truncate(to: 0)
    #expect(arena.last == 0)
    arena.append("a")
    #expect(arena.slice(0..<1).text == "a")
  }

  @Test("A place outside of an arena or list stops the program, and reads nothing")
  func refusesPlacesOutside() async {
    await #expect(processExitsWith: .failure) {
      var arena = ByteArena(capacity: 8)
      arena.append("ab")
      _ = arena[2]
    }
    await #expect(processExitsWith: .failure) {
      var arena = ByteArena(capacity: 8)
      arena.append("ab")
      _ = arena.slice(0..<3).count
    }
    await #expect(processExitsWith: .failure) {
      var arena = ByteArena(capacity: 8)
      arena.append("ab")
      arena.truncate(to: 3)
    }
    await #expect(processExitsWith: .failure) {
      var arena = ByteArena(capacity: 8)
      arena.append([1, 2], 1..<3)
    }
    await #expect(processExitsWith: .failure) {
      var list = PlainList<Int>(capacity: 8)
      list.append(1)
      list[1] = 2
    }
    await #expect(processExitsWith: .failure) {
      var list = PlainList<Int>(capacity: 8)
      list.removeLast()
    }
    await #expect(processExitsWith: .failure) {
      _ = ByteBlock(capacity: 8).slice(0..<9).count
    }
    await #expect(processExitsWith: .failure) {
      ByteBlock(capacity: 8).copy(0..<4, of: ByteBlock(capacity: 4), to: 5)
    }
  }

  @Test("A list grows, and forgets in order")
  func listGrows() {
    var list = PlainList<Int32>(capacity: 0)
    #expect(list.count == 0)
    for number in 0..<50 { list.append(Int32(number)) }
    #expect((0..<50).allSatisfy { list[$0] == Int32($0) })
    list.last = 7
    list.removeLast()
    #expect(list.last == 48)
    #expect(list.count == 49)
    list.removeAll()
    #expect(list.count == 0)
  }

  @Test(
    "Line breaks are counted in whole stretches and in what is left of them",
    arguments: [0, 1, 127, 128, 129, 300])
  func countsLines(count: Int) {
    let bytes = (0..<count).map { UInt8($0 % 3 == 0 ? 0x0A : $0 % 3 == 1 ? 0x0B : 0x8A) }
    let block = ByteBlock(bytes, room: 8)
    #expect(block.capacity == count + 8)
    for start in [0, 1, 2, 3] where start <= count {
      #expect(block.lines(start..<count) == bytes[start...].count { $0 == 0x0A })
    }
  }
}
