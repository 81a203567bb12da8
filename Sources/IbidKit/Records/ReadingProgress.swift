/// How far the reading of a file has come.
///
///     let progress = ReadingProgress(bytes: 50, size: 200, records: 7)
public struct ReadingProgress: Sendable, Equatable {
  /// Bytes that were read of the file, as it stands on the disk: compressed ones where it is compressed.
  public var bytes = 0
  /// The file's size in bytes; nil where nobody knows it, as of a pipe.
  public var size: Int?
  /// Records that were read.
  public var records = 0
  /// How many records there are in all; nil where nobody knows it, as of a file.
  public var recordCount: Int?

  /// Makes one.
  public init(bytes: Int = 0, size: Int? = nil, records: Int = 0, recordCount: Int? = nil) {
    self.bytes = bytes
    self.size = size
    self.records = records
    self.recordCount = recordCount
  }
}
