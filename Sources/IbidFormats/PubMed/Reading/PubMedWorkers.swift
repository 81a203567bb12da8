import IbidScan

/// Parses chunks on threads of its own; batches come back by number, so that the order of the file stands.
///
/// The thread that owns it parses too, while it waits: two threads in all are one of these and one helper.
struct PubMedWorkers: ~Copyable {
  private typealias Job = (number: Int, chunk: PubMedChunk)

  private struct Queue {
    var jobs: [Job] = []
    var done: [Int: PubMedBatch] = [:]
    var unknown: [[(name: String, count: Int)]] = []
    var isOver = false
  }

  /// What a thread does next.
  private enum Turn {
    case parse(Job)
    case take(PubMedBatch)
    case stop
  }

  private let work = Monitor(Queue())
  private var threads: [HelperThread] = []

  /// Starts this many helpers; fewer where the system gives no more threads.
  init(helpers: Int, path: String, isQuick: Bool) {
    for _ in 0..<helpers {
      guard let thread = HelperThread({ [work] in Self.help(work, path: path, isQuick: isQuick) }) else { break }
      threads.append(thread)
    }
  }

  /// Hands a chunk in.
  func add(_ chunk: PubMedChunk, number: Int) {
    work.change { $0.jobs.append((number, chunk)) }
  }

  /// The batch of this number. Until it is there the caller's own parser takes chunks as well.
  func batch(_ number: Int, helping parser: inout PubMedChunkParser) -> PubMedBatch {
    while true {
      let turn = work.wait { work -> Turn? in
        if let batch = work.done.removeValue(forKey: number) { return .take(batch) }
        return work.jobs.isEmpty ? nil : .parse(work.jobs.removeFirst())
      }
      switch turn {
      case .take(let batch): return batch
      case .parse(let job): Self.parse(job, with: &parser, work)
      case .stop: break
      }
    }
  }

  /// Ends the helpers, and says what elements they did not know.
  mutating func finish() -> [[(name: String, count: Int)]] {
    work.change { work in
      work.isOver = true
      work.jobs = []
    }
    for thread in threads { thread.join() }
    threads = []
    return work.wait { $0.unknown }
  }

  private static func help(_ work: Monitor<Queue>, path: String, isQuick: Bool) {
    guard var parser = try? PubMedChunkParser(path: path, isQuick: isQuick) else { return }
    while true {
      let turn = work.wait { work -> Turn? in
        if !work.jobs.isEmpty { return .parse(work.jobs.removeFirst()) }
        return work.isOver ? .stop : nil
      }
      guard case .parse(let job) = turn else { break }
      parse(job, with: &parser, work)
    }
    let unknown = parser.unknownElements
    work.change { $0.unknown.append(unknown) }
  }

  private static func parse(_ job: Job, with parser: inout PubMedChunkParser, _ work: Monitor<Queue>) {
    let batch = parser.parse(job.chunk)
    work.change { $0.done[job.number] = batch }
  }
}
