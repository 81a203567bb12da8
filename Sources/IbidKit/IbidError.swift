/// Why something could not be done at all; the command ends with status 2.
public struct IbidError: Error, Hashable, Sendable {
  /// One line for a person: where, what was expected, what was found, what to do.
  public let message: String

  /// Makes an error.
  public init(_ message: String) { self.message = message }

  /// No record has this key.
  public static func unknownKey(_ key: String) -> IbidError {
    IbidError("no record has the key “\(key)”; `ibid search` finds keys")
  }
}
