package import IbidModel

/// The text that an article's places point into: one file, or several, each in the place where it is taken in.
///
/// A position is a 0-based UTF-8 offset in the text of all files, put together; a place is one of a file.
package struct SourceText: Sendable {
  /// The text of all files, put together.
  package let bytes: [UInt8]
  private let files: [File]
  /// In the order of the text; the first begins at 0, and each goes on up to the next.
  private let pieces: [Piece]

  private struct File: Sendable {
    /// Nil where it is the only one.
    var path: String?
    var lines: LineIndex
  }

  private struct Piece: Sendable {
    var position: Int
    /// 0-based index of its file, and its UTF-8 offset there.
    var file: Int
    var offset: Int
  }

  /// The text of one file.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    files = [File(path: nil, lines: LineIndex(bytes))]
    pieces = [Piece(position: 0, file: 0, offset: 0)]
  }

  /// Where this position is in its file.
  package func place(at position: Int) -> Place {
    let piece = piece(at: position)
    return files[piece.file].lines.place(at: piece.offset + position - piece.position)
  }

  /// The 1-based column of this position in UTF-16 code units, as editors count.
  package func utf16Column(at position: Int) -> Int {
    let piece = piece(at: position)
    return files[piece.file].lines.utf16Column(of: piece.offset + position - piece.position)
  }

  /// The stretch between two positions; it is of the file in which it starts.
  package func range(_ positions: Range<Int>) -> SourceRange {
    let position = min(max(0, positions.lowerBound), bytes.count)
    return SourceRange(
      place(at: position), length: positions.count, path: files[piece(at: position).file].path, position: position)
  }

  /// The lines of the file that holds this stretch.
  package func lines(of range: SourceRange) -> LineIndex { files[piece(at: range.position).file].lines }

  private func piece(at position: Int) -> Piece {
    pieces[max(0, pieces.partitioningIndex { $0.position > position } - 1)]
  }
}

extension SourceText {
  /// Puts a text together from pieces of files.
  package struct Builder {
    /// What has been put together so far.
    package private(set) var bytes: [UInt8] = []
    private var files: [(path: String, bytes: [UInt8])] = []
    private var pieces: [Piece] = []

    package init() {}

    /// Takes up a file, and returns the number by which its pieces name it.
    package mutating func open(_ path: String, _ bytes: [UInt8]) -> Int {
      files.append((path, bytes))
      return files.count - 1
    }

    /// Appends a stretch of a file, given as UTF-8 offsets.
    package mutating func append(_ stretch: Range<Int>, of file: Int) {
      let stretch = stretch.clamped(to: 0..<files[file].bytes.count)
      guard !stretch.isEmpty else { return }
      pieces.append(Piece(position: bytes.count, file: file, offset: stretch.lowerBound))
      bytes += files[file].bytes[stretch]
    }

    /// The text. A file that nothing was taken into stands alone, and its stretches name no path.
    package func text() -> SourceText {
      guard pieces.contains(where: { $0.file > 0 || $0.offset != $0.position }) else { return SourceText(bytes) }
      return SourceText(
        bytes: bytes, files: files.map { File(path: $0.path, lines: LineIndex($0.bytes)) }, pieces: pieces)
    }
  }

  private init(bytes: [UInt8], files: [File], pieces: [Piece]) {
    self.bytes = bytes
    self.files = files
    self.pieces = pieces
  }
}
