import Glibc
import IbidXML

/// Parses chunks on threads of its own; batches come back by number, so that the order of the file stands.
///
/// The thread that owns it parses too, while it waits: two threads in all are one of these and one helper.
final class PubMedWorkers: @unchecked Sendable {
  // All below is read and written under `lock` only.
  private var jobs: [(number: Int, chunk: PubMedChunk)] = []
  private var done: [Int: PubMedBatch] = [:]
  private var unknown: [[(name: String, count: Int)]] = []
  private var isOver = false

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let path: String
  private let isQuick: Bool
  private var threads: [pthread_t] = []

  /// Starts this many helpers; fewer where the system gives no more threads.
  init(helpers: Int, path: String, isQuick: Bool) {
    self.path = path
    self.isQuick = isQuick
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    for _ in 0..<helpers {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(self)
      let status = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<PubMedWorkers>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, context.toOpaque())
      guard status == 0 else {
        context.release()
        break
      }
      threads.append(thread)
    }
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(changed)
    lock.deallocate()
    changed.deallocate()
  }

  /// Hands a chunk in; its memory is freed when it has been parsed.
  func add(_ chunk: PubMedChunk, number: Int) {
    locked { jobs.append((number, chunk)) }
  }

  /// The batch of this number. Until it is there the caller's own parser takes chunks as well.
  func batch(_ number: Int, helping parser: inout PubMedChunkParser) -> PubMedBatch {
    while true {
      pthread_mutex_lock(lock)
      if let batch = done.removeValue(forKey: number) {
        pthread_mutex_unlock(lock)
        return batch
      }
      if jobs.isEmpty {
        pthread_cond_wait(changed, lock)
        pthread_mutex_unlock(lock)
        continue
      }
      let job = jobs.removeFirst()
      pthread_mutex_unlock(lock)
      let batch = parser.parse(job.chunk)
      job.chunk.memory.free()
      locked { done[job.number] = batch }
    }
  }

  /// Ends the helpers, and says what elements they did not know.
  func finish() -> [[(name: String, count: Int)]] {
    locked {
      isOver = true
      for job in jobs { job.chunk.memory.free() }
      jobs = []
    }
    for thread in threads { pthread_join(thread, nil) }
    threads = []
    return unknown
  }

  private func work() {
    guard var parser = try? PubMedChunkParser(path: path, isQuick: isQuick) else { return }
    while true {
      pthread_mutex_lock(lock)
      while jobs.isEmpty, !isOver { pthread_cond_wait(changed, lock) }
      guard !jobs.isEmpty else {
        unknown.append(parser.unknownElements)
        pthread_mutex_unlock(lock)
        return
      }
      let job = jobs.removeFirst()
      pthread_mutex_unlock(lock)
      let batch = parser.parse(job.chunk)
      job.chunk.memory.free()
      locked { done[job.number] = batch }
    }
  }

  private func locked(_ change: () -> Void) {
    pthread_mutex_lock(lock)
    change()
    pthread_cond_broadcast(changed)
    pthread_mutex_unlock(lock)
  }
}
