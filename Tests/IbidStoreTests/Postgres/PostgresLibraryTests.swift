#if IBID_POSTGRES
  import Dispatch
  import IbidModel
  import IbidPostgres
  import IbidStore
  import Synchronization
  import TestSupport
  import Testing

  /// What libraries on a server promise beyond the contract.
  @Suite(.enabled(if: PostgresServer.canBeHad))
  struct PostgresLibraryTests {
    @Test("Eight clients take in overlapping records at once: no work and no key comes twice, nobody gives up")
    func servesManyClients() throws {
      let location = try PostgresServer.database()
      _ = try PostgresLibrary(location, access: .create)
      let failures = Mutex<[String]>([])
      DispatchQueue.concurrentPerform(iterations: 8) { client in
        do {
          let intake = try PostgresLibrary(location, access: .update).intake("import \(client)")
          for start in stride(from: client * 20, to: client * 20 + 60, by: 15) {
            // The later ones in another order: each takes what the others are about to take.
            let numbers = client.isMultiple(of: 2) ? Array(start..<(start + 15)) : (start..<(start + 15)).reversed()
            _ = try intake.add(numbers.map { article("Pain \($0)", pmid: "\($0 + 1)") })
            try intake.commit()
          }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
      #expect(failures.withLock(\.self) == [])
      let items = try PostgresLibrary(location, access: .read).items()
      #expect(items.count == 200)
      #expect(Set(items.map(\.id)).count == 200 && Set(items.compactMap { $0[.PMID] }).count == 200)
    }

    @Test("The same records make the same library as SQLite's: keys, JSON, sources, history")
    func makesTheSameLibrary() throws {
      let folder = try TemporaryFolder()
      let libraries: [any Library] = [
        try Engine.sqlite.library(in: folder), try Engine.postgres.library(in: folder),
      ]
      let batches = [
        (0..<40).map { article("Pain \($0 % 30)", pmid: "\($0 % 25 + 1)", doi: $0 % 3 == 0 ? "10.1/\($0 % 7)" : nil) },
        (0..<40).map { article("Pain \($0 % 35)", key: $0 % 2 == 0 ? "k\($0 % 9)" : "", pmid: "\($0 % 33 + 1)") },
        (0..<20).map { article("Pain \($0)", doi: "10.1/\($0 % 7)", year: 2023) },
      ]
      var outcomes: [[[IntakeOutcome]]] = []
      var states: [[String]] = []
      for library in libraries {
        let intake = library.intake("import")
        outcomes.append(
          try batches.enumerated().map { number, items in
            let result = try intake.add(items, from: Source(name: "s\(number % 2)"), ordinals: Int64(number * 100))
            try intake.commit()
            return result
          })
        var state = try library.items().map(\.completeJSON)
        try library.snapshot { (now) throws(LibraryError) in
          try now.forEachWork { work in
            state.append("\(work)")
            return true
          }
          state += try now.sources().map { "\($0)" }
          state += try now.history(key: "k0").map { "\($0.before as Work?) \($0.after as Work?)" }
        }
        states.append(state)
      }
      #expect(outcomes[0] == outcomes[1])
      #expect(states[0] == states[1])
    }

    @Test("A database without a library is told from one with somebody else's tables, and from one of a later Ibid")
    func tellsWhatItIsNot() throws {
      let location = try PostgresServer.database()
      #expect(throws: LibraryError.notMade(location: location)) { try PostgresLibrary(location, access: .update) }
      _ = try PostgresLibrary(location, access: .create)
      _ = try PostgresLibrary(location, access: .create).add([article("Pain")])
      #expect(try PostgresLibrary(location, access: .create).count() == 1, "what is there stays")
      _ = try PostgresServer.psql(location, "UPDATE library SET version = 99")
      #expect(throws: LibraryError.tooNew(path: location, version: 99, known: 1)) {
        try PostgresLibrary(location, access: .create)
      }
      let other = try PostgresServer.database()
      _ = try PostgresServer.psql(other, "CREATE TABLE library (books text)")
      #expect(throws: LibraryError.notALibrary(path: other)) { try PostgresLibrary(other, access: .create) }
    }

    @Test("Where the server hung up, reading goes on; a step that was under way is lost, and the next one is kept")
    func outlastsBrokenConnections() throws {
      let location = try PostgresServer.database()
      let library = try PostgresLibrary(location, access: .create)
      let hangUp = """
        SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
        """
      _ = try PostgresServer.psql(location, hangUp)
      #expect(try library.count() == 0)
      let intake = library.intake("import")
      _ = try intake.add([article("Pain", pmid: "1")])
      _ = try PostgresServer.psql(location, hangUp)
      #expect(throws: LibraryError.self) { try intake.commit() }
      #expect(try library.count() == 0)
      #expect(try intake.add([article("Gain", pmid: "2")]).map(\.key) == ["lukasz2022"])
      try intake.commit()
      #expect(try library.items().map { $0[.title] } == ["Gain"])
    }

    @Test("A reader reads and changes nothing; a writer does both; the tables are neither's")
    func grants() throws {
      let location = try PostgresServer.database()
      let library = try PostgresLibrary(location, access: .create)
      _ = try library.add([article("Pain", pmid: "1")])
      let (reader, writer) = ("r\(UInt64.random(in: 0 ... .max))", "w \(UInt64.random(in: 0 ... .max))")
      _ = try PostgresServer.psql(location, "CREATE ROLE \(reader) LOGIN; CREATE ROLE \"\(writer)\" LOGIN")
      func opened(_ role: String) throws -> PostgresLibrary {
        let escaped = role.replacing(" ", with: "%20")
        return try PostgresLibrary(location.replacing("user=ibid", with: "user=\(escaped)"), access: .update)
      }
      #expect(throws: LibraryError.self) { try opened(reader) }
      try library.grant(reader, writing: false)
      try library.grant(writer, writing: true)
      #expect(try opened(reader).search(SearchQuery("pain")).count == 1)
      #expect(throws: LibraryError.self) { try opened(reader).add([article("Gain", pmid: "2")]) }
      #expect(try opened(writer).add([article("Gain", pmid: "2"), article("Gain", pmid: "2")]).count == 2)
      _ = try opened(writer).change("undo") { try $0.undo(1) }
      #expect(throws: LibraryError.self) { try library.grant("nobody", writing: true) }
      #expect(throws: LibraryError.self) { try opened(writer).grant(reader, writing: true) }
    }

    @Test("Texts that a server's index has no room for are found by what fits, and U+0000 does no harm")
    func takesExtremes() throws {
      let library = try Engine.postgres.library(in: TemporaryFolder())
      let long = String(repeating: "ö", count: 5000)
      var item = article("a \(long) pain", key: "a\u{0}b", doi: "10.1000/a\u{0}b")
      let words = (0..<40_000).map { "w\($0)" }.joined(separator: " ")
      item[.abstract] = "\(words) \(String(repeating: "x", count: 2_000_000)) z"
      item[.keyword] = String(repeating: "again ", count: 20_000)
      _ = try library.add([item], from: Source(name: "a\u{0}b"))
      for query in [long, "\"\(long) pain\"", "w39999", "again", "keyword:aga*"] {
        #expect(try library.search(SearchQuery(query)).map(\.id) == ["ab"], "\(query.prefix(20))")
      }
      #expect(try library.add([item], from: Source(name: "a\u{0}b")).map(\.outcome) == [.unchanged])
      #expect(try library.item(key: "ab")?[.abstract] == item[.abstract])
    }
  }
#endif
