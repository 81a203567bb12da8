import Testing

@testable import IbidText

struct PartitionTests {
  @Test(
    "The first element from which on it holds, the end where it holds for none",
    arguments: [
      ([], 5, 0), ([5], 5, 0), ([4], 5, 1), ([6], 5, 0), ([1, 5, 9], 0, 0), ([1, 5, 9], 1, 0), ([1, 5, 9], 2, 1),
      ([1, 5, 9], 9, 2), ([1, 5, 9], 10, 3), ([1, 5, 5, 5, 9], 5, 1), ([1, 5, 5, 5, 9], 6, 4), ([5, 5, 5, 5], 5, 0),
      ([5, 5, 5, 5], 6, 4),
    ] as [([Int], Int, Int)])
  func findsTheFirst(elements: [Int], least: Int, index: Int) {
    #expect(elements.partitioningIndex { $0 >= least } == index)
  }

  @Test("Every place of collections of every size up to 33 is found")
  func findsEveryPlace() {
    for count in 0...33 {
      for place in 0...count { #expect((0..<count).partitioningIndex { $0 >= place } == place) }
    }
  }

  @Test("A slice keeps its own indices")
  func keepsIndicesOfASlice() {
    let slice = [0, 10, 20, 30, 40][2...]
    #expect(slice.partitioningIndex { $0 >= 0 } == 2)
    #expect(slice.partitioningIndex { $0 >= 30 } == 3)
    #expect(slice.partitioningIndex { $0 >= 99 } == 5)
  }

  @Test("Of a million elements about twenty are asked about")
  func asksFew() {
    var asked = 0
    _ = (0..<1_000_000).partitioningIndex {
      asked += 1
      return $0 >= 777_777
    }
    #expect(asked <= 20)
  }
}
