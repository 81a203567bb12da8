internal import Dispatch
internal import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// What `transform` makes of each element, in their order, made on all processors.
  ///
  /// - Parameter stretch: how many elements a thread takes at once; fewer elements than that are left to this thread.
  package func concurrentMap<Result: Sendable>(
    inStretchesOf stretch: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard count > stretch else { return map(transform) }
    let stretches = (count + stretch - 1) / stretch
    let results = Mutex([[Result]](repeating: [], count: stretches))
    DispatchQueue.concurrentPerform(iterations: stretches) { number in
      let start = startIndex + number * stretch
      let part = self[start..<Swift.min(start + stretch, endIndex)].map(transform)
      results.withLock { $0[number] = part }
    }
    return results.withLock { Array($0.joined()) }
  }
}
