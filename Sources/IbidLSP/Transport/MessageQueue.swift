import IbidModel

/// Messages that wait to be answered.
struct MessageQueue {
  private var events: [MessageReader.Event] = []
  private var first = 0

  /// Whether none waits.
  var isEmpty: Bool { first == events.count }

  mutating func append(_ event: MessageReader.Event) { events.append(event) }

  /// The next one, and whether a later message takes it back.
  mutating func next() -> (event: MessageReader.Event, isCancelled: Bool)? {
    guard first < events.count else { return nil }
    let event = events[first]
    first += 1
    defer {
      if first == events.count {
        events = []
        first = 0
      }
    }
    guard case .message(let message) = event, let id = message["id"], message["method"] != nil else {
      return (event, false)
    }
    let isCancelled = events[first...].contains { later in
      guard case .message(let later) = later else { return false }
      return later["method"]?.string == "$/cancelRequest" && later.at("params", "id") == id
    }
    return (event, isCancelled)
  }
}
