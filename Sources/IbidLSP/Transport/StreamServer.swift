import Glibc
import IbidModel
package import IbidSession

/// Runs a language server on two streams, such as standard input and output.
///
/// One thread serves; only within a check are notes read by several. It sleeps until bytes come or a check is due; a
/// check looks between two of its steps whether bytes have come, and is broken off for them. So no two messages are
/// served at once, and an idle server costs nothing.
package final class StreamServer {
  private let input: Int32
  private let output: Int32
  private var reader = MessageReader()
  private var queue = MessageQueue()
  private var isAtEnd = false
  private var room = [UInt8](repeating: 0, count: 1 << 16)

  /// A server on these file descriptors.
  package init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    (self.input, self.output) = (input, output)
  }

  /// Serves until the client says goodbye or goes away.
  ///
  /// - Returns: the exit status: 0 after a shutdown, else 1.
  package func run(_ options: SessionOptions, version: String) -> Int32 {
    let world = LanguageServer.World(
      now: Self.now, send: { [output] in Self.write(MessageWriter.bytes(of: $0), to: output) },
      isInterrupted: { [unowned self] in
        take(waiting: 0)
        return !queue.isEmpty
      })
    let server = LanguageServer(options, version: version, world)
    while server.exitStatus == nil {
      if let (event, isCancelled) = queue.next() {
        server.receive(event, isCancelled: isCancelled)
      } else if isAtEnd {
        return 1
      } else if let due = server.nextWork {
        let now = Self.now()
        if due > now { take(waiting: Int32(clamping: due - now)) } else { server.work() }
      } else {
        take(waiting: -1)
      }
    }
    return server.exitStatus ?? 1
  }

  /// Takes up the bytes that have come, or come within so many milliseconds; −1 waits for ever.
  private func take(waiting milliseconds: Int32) {
    guard !isAtEnd else { return }
    var watched = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return }
    let count = room.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      isAtEnd = true
      return
    }
    reader.append(room[..<count])
    while let event = reader.next() { queue.append(event) }
  }

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1000 + UInt64(time.tv_nsec) / 1_000_000
  }

  /// A client that has gone away ends the server quietly, by SIGPIPE.
  private static func write(_ bytes: [UInt8], to output: Int32) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(output, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}
