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
