/// Where ``PlainParser`` is in its document.
struct PlainPosition: BitwiseCopyable {
  private let start: UnsafePointer<UInt8>
  /// The byte that is parsed next.
  var place: UnsafePointer<UInt8>
  private var counted: UnsafePointer<UInt8>
  private var lines = 0

  init(_ start: UnsafePointer<UInt8>) {
    self.start = start
    place = start
    counted = start
  }

  var offset: Int { place - start }

  /// 1-based line of ``place``. Lines are counted only when somebody asks.
  mutating func countedLine() -> Int {
    lines += LineBreaks.count(UnsafeBufferPointer(start: counted, count: place - counted))
    counted = place
    return lines + 1
  }
}

/// Counts line breaks.
enum LineBreaks {
  /// A plain loop, which becomes vector instructions.
  static func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    var total = 0
    var start = 0
    while start < bytes.count {
      let end = min(start + 128, bytes.count)
      var few: UInt8 = 0
      for index in start..<end { few &+= base[index] == 0x0A ? 1 : 0 }
      total += Int(few)
      start = end
    }
    return total
  }
}
