#if IBID_POSTGRES
  import Dispatch
  import Glibc
  import IbidPostgres
  import IbidStore
  import Synchronization
  import TestSupport
  import Testing

  struct PostgresLocationTests {
    @Test(
      "An address with a password is refused before anything is asked, and the password is not repeated",
      arguments: [
        "postgresql://me:secret@host/db", "postgres://me:%73ecret@host/db", "postgresql://host/db?password=secret",
        "postgresql://host/db?sslpassword=secret", "service=lab password=secret",
      ])
    func refusesPasswords(location: String) {
      #expect {
        try PostgresLibrary(location, access: .read)
      } throws: { error in
        let message = (error as? LibraryError)?.message ?? ""
        return message.contains("holds a password") && !message.contains("secret")
      }
    }

    @Test(
      "An address that cannot be read is refused, and not repeated",
      arguments: ["postgresql://me:secret@host:x y/db?z", "service=lab secret", "postgresql://host/db?secret=1"])
    func refusesWhatItCannotRead(location: String) {
      #expect {
        try PostgresLibrary(location, access: .read)
      } throws: { error in
        let message = (error as? LibraryError)?.message ?? ""
        return message.contains("cannot be read") && !message.contains("secret")
      }
    }

    @Test("A server that is not there is told in one line")
    func tellsWhereNoServerIs() throws {
      let location = "postgresql:///db?host=\(try TemporaryFolder().path)"
      #expect {
        try PostgresLibrary(location, access: .read)
      } throws: { error in
        let message = (error as? LibraryError)?.message ?? ""
        return message.hasPrefix(location) && !message.contains("\n")
      }
    }

    @Test(
      "A server on the network must prove who it is, whatever the address says; one on this host need not",
      arguments: [
        ("0.0.0.0", "", true), ("0.0.0.0", "?sslmode=disable", true), ("0.0.0.0", "?sslmode=verify-full", true),
        ("127.0.0.1", "?sslmode=disable", false), ("localhost", "?sslmode=disable&hostaddr=127.0.0.1", false),
        ("localhost", "?sslmode=disable&hostaddr=0.0.0.0", true),
      ])
    func asksForProof(host: String, options: String, mustProve: Bool) throws {
      let server = try DumbServer()
      let location = "postgresql://\(host):\(server.port)/db\(options)"
      #expect(throws: LibraryError.self) { try PostgresLibrary(location, access: .read) }
      #expect((server.firstBytes() == DumbServer.encryption) == mustProve)
    }
  }

  /// A server that takes calls, says that it cannot encrypt, and hangs up.
  private final class DumbServer: Sendable {
    /// What a client sends that wants encryption.
    ///
    /// Source: PostgreSQL, section 55.7, «Message Formats», `SSLRequest`.
    static let encryption: [UInt8] = [0, 0, 0, 8, 4, 0xD2, 0x16, 0x2F]

    let port: UInt16
    private let socket: Int32
    private let group = DispatchGroup()
    private let received = Mutex<[UInt8]>([])

    init() throws {
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let socket = socket
      // Port 0 becomes one that is free.
      let isUp = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, length) == 0 && listen(socket, 8) == 0 && getsockname(socket, $0, &length) == 0
        }
      }
      try #require(isUp)
      port = UInt16(bigEndian: address.sin_port)
      DispatchQueue.global().async(group: group) { [self] in
        var bytes: [UInt8] = []
        // A client may look in without a word before it calls in earnest.
        while bytes.isEmpty {
          let call = accept(socket, nil, nil)
          guard call >= 0 else { break }
          var buffer = [UInt8](repeating: 0, count: 8)
          let count = recv(call, &buffer, 8, 0)
          bytes = Array(buffer.prefix(max(0, count)))
          if bytes == Self.encryption { _ = send(call, "N", 1, 0) }
          close(call)
        }
        received.withLock { $0 = bytes }
      }
    }

    /// What the first client said that said something.
    func firstBytes() -> [UInt8] {
      group.wait()
      close(socket)
      return received.withLock(\.self)
    }
  }
#endif
