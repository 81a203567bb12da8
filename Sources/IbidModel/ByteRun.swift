/// Questions about a few bytes at once. Each is a plain loop over a count that is a literal at the call, which the
/// compiler makes a handful of vector instructions; Swift's own vectors make their masks lane by lane.
///
///     let isASCII = [UInt8](repeating: 0x41, count: 16).withUnsafeBufferPointer { bytes in
///       bytes.baseAddress.map { ByteRun.isASCII($0, 16) } ?? true
///     }
public enum ByteRun {
  /// Whether none of `count` bytes is escaped in a JSON string.
  @inlinable @inline(__always)
  public static func isPlain(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var marks: UInt8 = 0
    for index in 0..<count {
      let byte = place[index]
      marks |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0) | (byte == 0x7F ? 1 : 0)
    }
    return marks == 0
  }

  /// Whether none of `count` bytes is a control character, or a blank before a blank: one byte more is read.
  @inlinable @inline(__always)
  public static func isSpaced(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var marks: UInt8 = 0
    for index in 0..<count {
      let byte = place[index]
      marks |= (byte < 0x20 ? 1 : 0) | ((byte ^ 0x20) | (place[index + 1] ^ 0x20) == 0 ? 1 : 0)
    }
    return marks == 0
  }

  /// Whether none of `count` bytes is `byte`.
  @inlinable @inline(__always)
  public static func lacks(_ byte: UInt8, _ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var marks: UInt8 = 0
    for index in 0..<count { marks |= place[index] == byte ? 1 : 0 }
    return marks == 0
  }

  /// Whether all of `count` bytes are ASCII.
  @inlinable @inline(__always)
  public static func isASCII(_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var marks: UInt8 = 0
    for index in 0..<count { marks |= place[index] }
    return marks < 0x80
  }
}
