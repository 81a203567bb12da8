import IbidScan
import Testing

struct MonitorTests {
  @Test("What threads hand in comes out, each once")
  func handsOver() throws {
    let monitor = Monitor((given: [Int](), taken: [Int](), isOver: false))
    let threads = (0..<3).compactMap { _ in
      HelperThread {
        while true {
          let number = monitor.wait { state -> Int? in
            if !state.given.isEmpty { return state.given.removeFirst() }
            return state.isOver ? -1 : nil
          }
          guard number >= 0 else { return }
          monitor.change { $0.taken.append(number) }
        }
      }
    }
    try #require(threads.count == 3)
    for number in 0..<300 { monitor.change { $0.given.append(number) } }
    monitor.wait { $0.taken.count == 300 ? () : nil }
    monitor.change { $0.isOver = true }
    for thread in threads { thread.join() }
    #expect(monitor.wait { $0.taken.sorted() } == Array(0..<300))
  }
}
