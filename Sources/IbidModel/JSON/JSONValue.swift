/// One JSON value (RFC 8259). Members keep the order in which they were written, numbers keep their spelling,
/// so that what a reader did not understand is written again as it was.
///
///     let value = JSONValue.array(["10.1136/x", 7, true])
///     print(value.elements.count)
public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number as it was spelled: `1`, `1.50`, `1e9`.
  case number(String)
  /// A string, unescaped.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; of members with equal names the last one counts.
  case object([JSONMember])

  /// The member of this name, or nil where this is no object or has none.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The string's text, or the number's spelling; nil for every other value.
  public var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The value as an integer: a number or a string of decimal digits with an optional sign, nil where it is none
  /// or does not fit.
  public var integer: Int? { text.flatMap { Int($0) } }

  /// The elements of an array; empty for every other value.
  public var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }

  /// The members of an object; empty for every other value.
  public var members: [JSONMember] {
    if case .object(let members) = self { members } else { [] }
  }
}

/// One name and its value in a JSON object.
///
///     let value = JSONValue.object([JSONMember("title", "Pain")])
///     print(value["title"]?.text ?? "")
public struct JSONMember: Sendable, Hashable {
  /// The member's name, unescaped.
  public var name: String
  /// The member's value.
  public var value: JSONValue

  /// Makes a member.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(String(value)) }
  /// A Boolean.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}
