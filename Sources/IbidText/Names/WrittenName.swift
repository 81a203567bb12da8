package import IbidModel

/// One name as reference managers and web pages write it: `Weng, Qianlin`, `van der Berg, Jan, Jr.`, `Jo Gibson`,
/// `World Health Organization,`.
package enum WrittenName {
  /// The name; nil where the text is empty.
  ///
  /// What stands before the first comma is the family name, small words at its start its particle. A comma at the end
  /// says that the whole is a body, as EndNote has it; a text without a comma is read as people write names.
  package static func name(_ text: String) -> Name? {
    let text = text.trimmedASCII
    guard !text.isEmpty else { return nil }
    var parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmedASCII }
    guard parts.count > 1 else { return withoutComma(text) }
    if parts.last?.isEmpty == true {
      parts.removeLast()
      return Name(literal: parts.joined(separator: ", "))
    }
    guard !parts[0].isEmpty, parts.count <= 3 else { return Name(literal: text) }
    var name = Name()
    if parts.count == 3 {
      // `King, Jr., Martin Luther` and `King, Martin Luther, Jr.`
      let isMiddle = isSuffix(parts[1])
      name.suffix = parts.remove(at: isMiddle ? 1 : 2)
    }
    setFamily(of: &name, parts[0])
    name.given = parts[1].isEmpty ? nil : parts[1]
    return name
  }

  /// The name as `name(_:)` reads it.
  package static func text(of name: Name) -> String {
    guard let family = name.family else {
      let literal = name.literal ?? name.given ?? ""
      return literal.isEmpty ? "" : literal + ","
    }
    let whole = [name.nonDroppingParticle, family].compactMap(\.self).joined(separator: " ")
    let given = [name.given, name.droppingParticle].compactMap(\.self).joined(separator: " ")
    let parts = [whole, given] + (name.suffix.map { [$0] } ?? [])
    return parts.count == 2 && given.isEmpty ? whole + "," : parts.joined(separator: ", ")
  }

  private static func setFamily(of name: inout Name, _ text: String) {
    let words = text.split(separator: " ")
    let particles = words.prefix { $0.unicodeScalars.first?.properties.isLowercase == true }
    guard !particles.isEmpty, particles.count < words.count else {
      name.family = text
      return
    }
    name.nonDroppingParticle = particles.joined(separator: " ")
    name.family = words.dropFirst(particles.count).joined(separator: " ")
  }

  private static func withoutComma(_ text: String) -> Name {
    let list = NameList(text)
    guard list.names.count == 1, let name = list.names.first, name.family != nil, name.given != nil else {
      return Name(literal: text)
    }
    return name
  }

  private static func isSuffix(_ text: String) -> Bool {
    let word = text.lowercased().filter { $0 != "." }
    return ["jr", "sr", "ii", "iii", "iv", "v"].contains(word)
  }
}
