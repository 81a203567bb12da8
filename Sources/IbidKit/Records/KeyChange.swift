/// A key that was changed. The old one still leads to the record.
///
///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
///     let changes = try library.rekey(pattern: "[auth.lower][year]", isDryRun: true)
///     for change in changes { print(change.old, change.new) }
public struct KeyChange: Sendable, Hashable {
  /// The key that the record had.
  public let old: String
  /// The key that it has now.
  public let new: String

  /// A change.
  public init(old: String, new: String) {
    self.old = old
    self.new = new
  }
}
