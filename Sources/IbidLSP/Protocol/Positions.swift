import IbidModel
import IbidSession

/// Positions and ranges of the protocol in one text.
struct Positions {
  let text: EditedText
  let encoding: PositionEncoding

  /// A range of offsets.
  func range(_ offsets: Range<Int>) -> JSONValue {
    json(["start": position(offsets.lowerBound), "end": position(offsets.upperBound)])
  }

  /// The position of an offset.
  func position(_ offset: Int) -> JSONValue {
    let position = text.position(of: offset, encoding)
    return json(["line": .int(position.line), "character": .int(position.character)])
  }

  /// The offset of a position.
  ///
  /// - Throws: `RequestError` where it is none.
  func offset(_ position: JSONValue?) throws(RequestError) -> Int {
    text.offset(of: try Self.position(position), encoding)
  }

  /// The offsets of a range.
  ///
  /// - Throws: `RequestError` where it is none, or ends before it begins.
  func offsets(_ range: JSONValue?) throws(RequestError) -> Range<Int> {
    let (start, end) = (try Self.position(range?["start"]), try Self.position(range?["end"]))
    guard start <= end else { throw RequestError(ErrorCode.invalidParams, "a range ends before it begins") }
    return text.offset(of: start, encoding)..<text.offset(of: end, encoding)
  }

  /// An edit.
  func edit(_ edit: TextEdit) -> JSONValue {
    json(["range": range(edit.range), "newText": .string(edit.replacement)])
  }

  private static func position(_ value: JSONValue?) throws(RequestError) -> TextPosition {
    guard case .number? = value?["line"], case .number? = value?["character"], let line = value?["line"]?.integer,
      let character = value?["character"]?.integer, line >= 0, character >= 0
    else { throw RequestError(ErrorCode.invalidParams, "a position needs a line and a character that are not below 0") }
    return TextPosition(line: line, character: character)
  }
}
