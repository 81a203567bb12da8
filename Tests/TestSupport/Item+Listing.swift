public import IbidModel

extension Item {
  /// What the item says, a line each, as golden files hold it: its type, then its variables by name.
  public var listing: [String] {
    cslJSON().members.filter { $0.name != "id" }.map { "\($0.name): \(Self.listed($0.value))" }
  }

  /// Names as `Okafor, Bo|Weber, C`, dates as `2015-7/2016`, all else as JSON has it.
  private static func listed(_ value: JSONValue) -> String {
    if let text = value.text { return text }
    if value["date-parts"] != nil, value.members.count == 1 {
      let ends = value["date-parts"]?.elements.map { $0.elements.compactMap(\.text).joined(separator: "-") } ?? []
      return ends.joined(separator: "/")
    }
    let names = value.elements.compactMap { name -> String? in
      let parts = name.members.filter { $0.name != "family" && $0.name != "given" }
      guard parts.isEmpty, let family = name["family"]?.text else { return nil }
      return name["given"]?.text.map { "\(family), \($0)" } ?? family
    }
    if !names.isEmpty, names.count == value.elements.count { return names.joined(separator: "|") }
    return JSONWriter.text(of: value)
  }
}
