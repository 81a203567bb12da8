import IbidModel
import IbidText

/// Reads what a person writes for a field's value, and refuses what is none.
enum FieldValue {
  /// The value as CSL-JSON has it.
  ///
  /// - Throws: `IbidError`, with what would be one.
  static func json(of field: FieldName, _ text: String) throws(IbidError) -> JSONValue {
    if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F }) {
      throw FieldEdit.error(field.name, "control characters are no text")
    }
    guard let variable = field.variable else { return try type(text) }
    switch variable.kind {
    case .names: return .array(try names(text, field.name).map { $0.cslJSON(includingFacts: true) })
    case .date: return try date(text, field.name)
    case .standard, .number: return .string(try checked(text, variable))
    }
  }

  private static func type(_ text: String) throws(IbidError) -> JSONValue {
    guard let type = ItemType(rawValue: text.lowercased()) else {
      let known = ItemType.allCases.map(\.rawValue)
      let nearest = NearestNames.nearest(to: text, among: known)
      let hint =
        nearest.isEmpty
        ? "there are \(known.joined(separator: ", "))" : "did you mean \(nearest.joined(separator: " or "))?"
      throw FieldEdit.error("type", "“\(text)” is no type of CSL; \(hint)", candidates: nearest)
    }
    return .string(type.rawValue)
  }

  // MARK: Names

  /// `Family, Given; Family, Given, Jr; A Body`
  private static func names(_ text: String, _ field: String) throws(IbidError) -> [Name] {
    if let list = listByCommas(text) {
      throw FieldEdit.error(field, "names are told apart by semicolons, family names first: \(list)")
    }
    return try parts(text, field)
  }

  /// How «Skou ST, Roos EM» is to be written, which would be one person else; nil of all that is no such list.
  private static func listByCommas(_ text: String) -> String? {
    let names = text.split(separator: ",").map { $0.split(separator: " ") }
    guard !text.contains(";"), names.count > 1,
      names.allSatisfy({ words in
        guard words.count > 1, let last = words.last else { return false }
        return last.count <= 4 && last.contains(where: \.isUppercase)
          && last.allSatisfy { $0.isUppercase || ".-".contains($0) }
      })
    else { return nil }
    return names.map { "\($0.dropLast().joined(separator: " ")), \($0.last ?? "")" }.joined(separator: "; ")
  }

  private static func parts(_ text: String, _ field: String) throws(IbidError) -> [Name] {
    try text.split(separator: ";", omittingEmptySubsequences: false).map { (part) throws(IbidError) in
      let parts = part.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
      guard (1...3).contains(parts.count), let first = parts.first, !first.isEmpty else {
        throw FieldEdit.error(
          field, "“\(String(part).trimmed)” is no name; write Family, Given; Family, Given, Jr; or a body as it is")
      }
      guard parts.count > 1 else { return Name(literal: first) }
      var name = Name(family: first, given: parts[1].isEmpty ? nil : parts[1])
      if parts.count == 3, !parts[2].isEmpty { name.suffix = parts[2] }
      let words = first.split(separator: " ")
      let particles = words.prefix { $0.first?.isLowercase == true }
      if !particles.isEmpty, particles.count < words.count {
        name.nonDroppingParticle = particles.joined(separator: " ")
        name.family = words.dropFirst(particles.count).joined(separator: " ")
      }
      return name
    }
  }

  // MARK: Dates

  private static func date(_ text: String, _ field: String) throws(IbidError) -> JSONValue {
    guard let date = CSLDate(edtf: text), [date.start, date.end].allSatisfy({ $0?.isOfCalendar ?? true }) else {
      throw FieldEdit.error(field, "“\(text)” is no date; write 2017, 2017-07, 2017-07-12, 2017/2018 or 2017~")
    }
    return date.cslJSON
  }

  // MARK: Texts

  private static func checked(_ text: String, _ variable: Variable) throws(IbidError) -> String {
    func fail(_ example: String) -> IbidError {
      FieldEdit.error(variable.name, "“\(text)” is none; one looks like \(example)")
    }
    switch variable {
    case .DOI:
      guard let doi = Identifier(.doi, text) else { throw fail("10.1136/bmj.l1234") }
      return doi.value
    case .PMID:
      guard let pmid = Identifier(.pmid, text) else { throw fail("36000001") }
      return pmid.value
    case .PMCID:
      guard let pmcid = Identifier(.pmcid, text) else { throw fail("PMC1234567") }
      return pmcid.value
    case .ISBN:
      guard text.split(separator: " ").allSatisfy({ Identifier(.isbn, String($0)) != nil }) else {
        throw fail("978-0-306-40615-7, with its check digit")
      }
      return text
    case .ISSN:
      guard text.split(separator: " ").allSatisfy({ isISSN(String($0)) }) else {
        throw fail("0028-0836, with its check digit")
      }
      return text
    case .URL:
      guard let colon = text.firstRange(of: "://"), colon.lowerBound > text.startIndex,
        !text.contains(where: \.isWhitespace)
      else { throw fail("https://www.who.int/back") }
      return text
    case .abstract, .note, .annote: return text
    default: return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Source: ISO 3297, the check digit by weights 8 to 2, modulo 11.
  private static func isISSN(_ text: String) -> Bool {
    let digits = Array(text.uppercased().utf8.filter { $0 != UInt8(ascii: "-") })
    guard digits.count == 8 else { return false }
    var sum = 0
    for (index, digit) in digits.enumerated() {
      if digit == UInt8(ascii: "X"), index == 7 {
        sum += 10
      } else if (0x30...0x39).contains(digit) {
        sum += Int(digit - 0x30) * (8 - index)
      } else {
        return false
      }
    }
    return sum % 11 == 0
  }
}
