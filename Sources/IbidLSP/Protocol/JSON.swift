import IbidModel

/// An object of these members, without those that have no value.
func json(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
  .object(members.compactMap { name, value in value.map { JSONMember(name, $0) } })
}

extension JSONValue {
  /// A whole number.
  static func int(_ number: Int) -> JSONValue { .number(String(number)) }

  /// Whether this is `true`.
  var isTrue: Bool { self == .bool(true) }

  /// The string's text; nil for every other value, a number too.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value at the end of a way through objects.
  func at(_ names: String...) -> JSONValue? {
    names.reduce(Optional(self)) { value, name in value?[name] }
  }
}
