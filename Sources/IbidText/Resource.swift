import CIbidResources
import Glibc

/// A file of ours that the command carries inside itself, read where it stands.
package struct Resource: @unchecked Sendable {
  // A constant of the program: it never changes and never moves.
  private let content: UnsafeBufferPointer<UInt8>

  /// The resource of this name; nil where there is none.
  ///
  /// - Parameter name: the path under `Sources/CIbidResources`, as in `styles/apa.csl`.
  package init?(named name: String) {
    guard let found = Self.all.first(where: { strcmp($0.pointee.name, name) == 0 })?.pointee else { return nil }
    content = UnsafeBufferPointer(start: found.bytes, count: found.count)
  }

  /// A copy of its bytes.
  package var bytes: [UInt8] { Array(content) }

  /// Its bytes where they stand, which they do as long as the program runs; nil where there are none.
  package var base: UnsafePointer<UInt8>? { content.baseAddress }

  /// How many bytes it has.
  package var count: Int { content.count }

  /// The names of all resources that start so, sorted.
  package static func names(startingWith prefix: String) -> [String] {
    all.map { String(cString: $0.pointee.name) }.filter { $0.hasPrefix(prefix) }
  }

  private static var all: some Sequence<UnsafePointer<ibid_resource>> {
    sequence(state: 0) { (index: inout Int) in
      defer { index += 1 }
      return ibid_resource_at(index)
    }
  }
}
