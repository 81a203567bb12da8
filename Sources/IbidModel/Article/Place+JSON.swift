extension Place {
  /// The place as the command's JSON gives it: `{"line", "column", "offset"}`.
  package var json: JSONValue {
    .object([
      JSONMember("line", .number(String(line))), JSONMember("column", .number(String(column))),
      JSONMember("offset", .number(String(offset))),
    ])
  }
}
