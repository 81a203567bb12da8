import FoundationEssentials
import IbidStore

/// A command that changed a library, as its journal keeps it.
///
///     let library = try RecordLibrary(updating: "Bibliography/library.sqlite")
///     for command in try library.undo() { print(command.text, command.time) }
public struct LoggedCommand: Sendable, Hashable {
  /// What was typed, without the options: `import pubmed.xml`.
  public let text: String
  /// When it began, by UTC: `2026-11-28T09:15:00Z`.
  public let time: String
  /// How many records it is about; 0 where that was not asked.
  public let records: Int

  /// Whether it changed manuscripts, too, which undoing does not change back.
  public var changedManuscripts: Bool {
    var words = text.split(separator: " ")[...]
    guard words.popFirst() == "rekey" else { return false }
    if words.first == "--pattern" { return words.count > 2 }
    // Two keys, or by the configuration's pattern manuscripts alone.
    return words.count > 2 || words.count == 1
  }

  init(_ step: LibraryStep) {
    text = step.command.trimmingSuffix { $0 == " " }
    time = Date(timeIntervalSince1970: Double(step.time)).formatted(.iso8601)
    records = step.works
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ isDropped: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return String(rest)
  }
}

extension RecordLibrary {
  /// Takes the last commands back, the latest first, and tells them; fewer where there are no more. Whatever changed the
  /// library can be taken back: an import as a whole, a merge, an edit, new keys, a removal.
  ///
  /// - Throws: `IbidError` where the library cannot be written, or a command changed records that a later one, which
  ///   ran beside it, changed too; then none is taken back.
  public func undo(_ count: Int = 1) throws(IbidError) -> [LoggedCommand] {
    try change(["undo"]) { try $0.undo(count) }.map(LoggedCommand.init)
  }

  /// Takes commands that were taken back again, the one that was taken back last first. What is changed in between
  /// forgets them.
  ///
  /// - Throws: `IbidError` where the library cannot be written.
  public func redo(_ count: Int = 1) throws(IbidError) -> [LoggedCommand] {
    try change(["redo"]) { try $0.redo(count) }.map(LoggedCommand.init)
  }
}
