import CZlib

/// Inflates gzip members one after another; bytes that do not begin like gzip pass as they are.
///
/// Source: RFC 1952, section 2.2 («members … simply appear one after another»).
struct GzipInflater: ~Copyable {
  /// What the first bytes say.
  enum Mode {
    case undecided, plain, gzip
  }

  private(set) var mode = Mode.undecided
  private(set) var hasEnded = false
  /// Why inflating stopped before the end.
  private(set) var failure: String?
  private var inputHasEnded = false
  private var isInMember = false
  private var held: [UInt8] = []
  private let stream: UnsafeMutablePointer<z_stream>
  private var isStarted = false

  init() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
  }

  deinit {
    if isStarted { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Nothing more will come.
  mutating func endInput() { inputHasEnded = true }

  /// Inflates into `target`; says how many bytes of `input` were used, and how many were made.
  mutating func inflate(
    _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> (used: Int, made: Int) {
    if mode == .undecided { return decide(input, into: target) }
    if mode == .plain { return pass(input, into: target) }
    if !held.isEmpty {
      // The two bytes by which gzip was recognized, when they came alone.
      let bytes = held
      held = []
      return (0, bytes.withUnsafeBytes { run($0, into: target) }.made)
    }
    if input.isEmpty {
      if inputHasEnded { end(isInMember ? "the gzip file is cut off" : nil) }
      return (0, isInMember ? drain(into: target) : 0)
    }
    return run(input, into: target)
  }

  private mutating func drain(into target: UnsafeMutableRawBufferPointer) -> Int {
    hasEnded ? 0 : run(UnsafeRawBufferPointer(start: nil, count: 0), into: target).made
  }

  private mutating func decide(
    _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> (used: Int, made: Int) {
    let count = min(input.count, 2 - held.count)
    let start = held + input[..<count]
    if start.count < 2, !inputHasEnded {
      held = start
      return (count, 0)
    }
    if start == [0x1F, 0x8B] {
      mode = .gzip
      guard ibid_inflate_start(stream) == Z_OK else {
        end("no memory to inflate")
        return (0, 0)
      }
      isStarted = true
      isInMember = true
    } else {
      mode = .plain
    }
    return inflate(input, into: target)
  }

  private mutating func pass(
    _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> (used: Int, made: Int) {
    if !held.isEmpty {
      let count = min(held.count, target.count)
      target.copyBytes(from: held[..<count])
      held.removeFirst(count)
      return (0, count)
    }
    let count = min(input.count, target.count)
    target.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<count]))
    if input.isEmpty, inputHasEnded { hasEnded = true }
    return (count, count)
  }

  private mutating func run(
    _ input: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer
  ) -> (used: Int, made: Int) {
    if !isInMember {
      // Padding of zeros behind the last member is usual; anything else that is no member ends the file.
      if input.first == 0 { return (input.prefix { $0 == 0 }.count, 0) }
      guard inflateReset(stream) == Z_OK else {
        end("the gzip file is damaged")
        return (0, 0)
      }
      isInMember = true
    }
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(clamping: input.count)
    stream.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: target.count)
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    let used = input.count - Int(stream.pointee.avail_in)
    let made = target.count - Int(stream.pointee.avail_out)
    switch status {
    case Z_STREAM_END: isInMember = false
    case Z_OK, Z_BUF_ERROR: break
    default: end("the gzip file is damaged")
    }
    return (used, made)
  }

  private mutating func end(_ failure: String?) {
    hasEnded = true
    self.failure = self.failure ?? failure
  }
}
