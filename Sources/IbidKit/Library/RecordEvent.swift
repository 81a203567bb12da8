public import IbidModel
import IbidStore

/// A step in the life of a record: what a command made of it.
///
///     let library = try RecordLibrary(reading: "Bibliography/library.sqlite")
///     let key = try library.items()[0].id
///     for event in try library.history(of: key) { print(event.command.time, event.kind.rawValue, event.changes.count) }
public struct RecordEvent: Sendable, Hashable {
  /// What became of the record.
  ///
  ///     let wasAdded = RecordEvent.Kind.added
  public enum Kind: String, Sendable, Hashable {
    /// It came into the library.
    case added
    /// It was changed.
    case changed
    /// It was taken out.
    case removed
  }

  /// The command.
  public let command: LoggedCommand
  /// What became of the record.
  public let kind: Kind
  /// What the command changed; of a record that was added nothing: `source` says where it came from.
  public let changes: [RecordChange]
  /// Where a record that was added came from: `an export, refs.bib`.
  public let source: String?

  init(_ event: WorkEvent, _ names: OriginNames) {
    command = LoggedCommand(event.step)
    switch (event.before, event.after) {
    case (let before?, let after?): (kind, changes) = (.changed, RecordChange.between(before, after, names))
    case (.some, nil): (kind, changes) = (.removed, [])
    default: (kind, changes) = (.added, [])
    }
    source = kind == .added ? event.after?.statements.first.map(names.name) : nil
  }

  /// The event as JSON.
  public var json: JSONValue {
    var members = [
      JSONMember("time", .string(command.time)), JSONMember("command", .string(command.text)),
      JSONMember("event", .string(kind.rawValue)),
    ]
    if let source { members.append(JSONMember("source", .string(source))) }
    members.append(JSONMember("changes", .array(changes.map(\.json))))
    return .object(members)
  }
}

extension RecordLibrary {
  /// What happened to the record of a key, the earliest first; what was undone is not told.
  ///
  /// - Throws: `IbidError` where no record has the key, or the library cannot be read.
  public func history(of key: String) throws(IbidError) -> [RecordEvent] {
    let events = try atOneMoment { (snapshot) throws(LibraryError) -> [RecordEvent]? in
      guard try snapshot.work(key: key) != nil else { return nil }
      let names = OriginNames(try snapshot.sources())
      return try snapshot.history(key: key).map { RecordEvent($0, names) }
    }
    guard let events else { throw unknownKey(key) }
    return events
  }
}
