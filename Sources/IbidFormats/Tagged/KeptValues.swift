import IbidModel

/// Values by the names of their fields, in the order in which the fields come first.
struct KeptValues {
  private var places: [String: Int] = [:]
  private var kept: [(name: String, values: [JSONValue])] = []

  /// Adds a value.
  mutating func append(_ value: String, under name: String) {
    if let place = places[name] {
      kept[place].values.append(.string(value))
    } else {
      places[name] = kept.count
      kept.append((name, [.string(value)]))
    }
  }

  /// A list under each name but those of `others`.
  func members(without others: [JSONMember] = []) -> [JSONMember] {
    kept.compactMap { field in
      others.contains { $0.name == field.name } ? nil : JSONMember(field.name, .array(field.values))
    }
  }
}
