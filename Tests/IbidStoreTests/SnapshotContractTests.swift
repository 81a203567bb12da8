import Dispatch
import IbidModel
import IbidStore
import Synchronization
import TestSupport
import Testing

/// What every engine promises of snapshots, and of several threads.
struct SnapshotContractTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A snapshot stays as it is while another thread writes, which loses nothing", arguments: Engine.allCases)
  func staysAsItIs(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", pmid: "1")])
    let group = DispatchGroup()
    let begun = DispatchSemaphore(value: 0)
    let failure = Mutex<String?>(nil)
    let inside = try library.snapshot { (now) throws(LibraryError) in
      let before = try now.count()
      DispatchQueue.global().async(group: group) {
        do {
          let intake = library.intake("test")
          _ = try intake.add([article("Gain", pmid: "2")])
          begun.signal()
          try intake.commit()
        } catch {
          failure.withLock { $0 = "\(error)" }
          begun.signal()
        }
      }
      begun.wait()
      return [
        before, try now.count(), try library.count(),
        try now.search(SearchQuery(titleWord: "gain"), limit: 9).count,
      ]
    }
    #expect(inside == [1, 1, 1, 0])
    group.wait()
    #expect(failure.withLock(\.self) == nil)
    #expect(try library.count() == 2)
  }

  @Test("A snapshot ends with its body, also where that throws: then others write at once", arguments: Engine.allCases)
  func endsWithItsBody(engine: Engine) throws {
    let library = try engine.library(in: folder)
    #expect(throws: LibraryError.unknownKey("x")) {
      try library.snapshot { (now) throws(LibraryError) in
        _ = try now.count()
        throw LibraryError.unknownKey("x")
      }
    }
    #expect(try library.add([article("Pain")]).count == 1)
    var kept: (any LibrarySnapshot)?
    try library.snapshot { now throws(LibraryError) in kept = now }
    #expect(throws: LibraryError.self) { try kept?.count() }
    #expect(throws: LibraryError.self) { try kept?.item(key: "lukasz2022") }
    #expect(throws: LibraryError.self) { try kept?.forEachItem { _ in true } }
    #expect(throws: LibraryError.self) { try kept?.search(SearchQuery(titleWord: "pain"), limit: 1) }
  }

  @Test(
    "A snapshot within one is the same moment; taking in there is refused, and possible behind it",
    arguments: Engine.allCases)
  func nests(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain", key: "a", pmid: "1"), article("Gain", key: "b", pmid: "2")])
    try library.snapshot { (now) throws(LibraryError) in
      try now.forEachItem { item in
        #expect((try? library.item(key: item.id))?.id == item.id, "within an iteration, too")
        #expect((try? now.search(SearchQuery(item[.title] ?? ""), limit: 5))?.count == 1)
        return true
      }
      #expect(throws: LibraryError.self) { try library.add([article("Sleep", pmid: "3")]) }
      #expect(throws: LibraryError.self) { try library.remove(keys: ["a"]) }
      let counts = try library.snapshot { (inner) throws(LibraryError) in [try inner.count(), try now.count()] }
      #expect(counts == [2, 2])
      #expect(try now.count() == 2, "the outer one outlasts the inner one")
    }
    #expect(try library.add([article("Sleep", pmid: "3")]).map(\.outcome) == [.added])
  }

  @Test("Many threads read and write on one handle: nobody waits for ever, nothing is lost", arguments: Engine.allCases)
  func servesManyThreads(engine: Engine) throws {
    let library = try engine.library(in: folder)
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 12) { number in
      do {
        if number.isMultiple(of: 3) {
          _ = try library.add([article("Pain \(number)", pmid: "\(number + 1)")])
        } else {
          try library.snapshot { (now) throws(LibraryError) in
            let count = try now.count()
            for _ in 0..<5 {
              let found = try now.search(SearchQuery(titleWord: "pain"), limit: 50).count
              let again = try library.count()
              if found != count || again != count { throw .unknownKey("not one moment") }
            }
          }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock(\.self) == [])
    #expect(try library.items().map(\.id).count == 4)
  }

  @Test("Two snapshots are under way at once, each on its own thread", arguments: Engine.allCases)
  func runsSideBySide(engine: Engine) throws {
    let library = try engine.library(in: folder)
    _ = try library.add([article("Pain")])
    let (here, there) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let group = DispatchGroup()
    let count = Mutex(0)
    DispatchQueue.global().async(group: group) {
      let found = try? library.snapshot { (now) throws(LibraryError) in
        here.signal()
        there.wait()
        return try now.count()
      }
      count.withLock { $0 = found ?? -1 }
    }
    here.wait()
    // The other one is in its body: neither reading nor beginning to write waits for it.
    #expect(try library.count() == 1)
    let intake = library.intake("test")
    _ = try intake.add([article("Gain")])
    there.signal()
    try intake.commit()
    group.wait()
    #expect(count.withLock(\.self) == 1)
    #expect(try library.count() == 2)
  }
}
