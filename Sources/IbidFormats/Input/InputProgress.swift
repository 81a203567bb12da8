/// How far an input has been read. Whoever reads it and whoever looks share it, on one thread.
package final class InputProgress {
  /// Bytes that were read, as they come: compressed ones of a compressed file.
  package internal(set) var bytes = 0
  /// How many there are in all; nil where nobody knows, as of a pipe.
  package let size: Int?

  init(size: Int?) { self.size = size }
}
