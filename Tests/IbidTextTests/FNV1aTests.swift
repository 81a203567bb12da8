import Testing

@testable import IbidText

struct FNV1aTests {
  @Test(
    "The hashes of the standard's test vectors",
    arguments: [
      ("", 0x811C_9DC5, 0xCBF2_9CE4_8422_2325), ("a", 0xE40C_292C, 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0xBF9C_F968, 0x8594_4171_F739_67E8),
    ] as [(String, UInt32, UInt64)])
  func hashes(text: String, narrow: UInt32, wide: UInt64) {
    #expect(UInt32(fnvOf: text.utf8) == narrow)
    #expect(UInt64(fnvOf: text.utf8) == wide)
  }

  @Test("A hash goes on where another left off")
  func goesOn() {
    #expect("bar".utf8.reduce(UInt32(fnvOf: "foo".utf8)) { $0.fnv($1) } == UInt32(fnvOf: "foobar".utf8))
    #expect("bar".utf8.reduce(UInt64(fnvOf: "foo".utf8)) { $0.fnv($1) } == UInt64(fnvOf: "foobar".utf8))
  }
}
