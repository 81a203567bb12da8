import IbidModel

/// Values of Ovid's plain text.
enum OvidValue {
  /// `Verbeek, Jan MD *;  van Vugt, Arie MD, PhD +` as names without degrees, and without marks that point at addresses.
  static func names(in value: String) -> [String] {
    value.split(separator: ";").compactMap { part in
      var words = part.split(separator: " ").map(String.init)
      while let last = words.last, isNoName(last) { words.removeLast() }
      guard !words.isEmpty else { return nil }
      let name = words.joined(separator: " ")
      return name.hasSuffix(",") ? String(name.dropLast()) : name
    }
  }

  private static func isNoName(_ word: String) -> Bool {
    let core = word.utf8.filter { $0.isASCIILetter }
    if core.isEmpty { return !word.utf8.contains { $0 >= 0x80 } }
    return degrees.contains(String(decoding: core, as: UTF8.self))
  }

  private static let degrees: Set<String> = [
    "MD", "PhD", "RN", "FAAN", "MSc", "MPH", "MBBS", "BSc", "DPT", "PT", "MS", "MA", "DO", "DDS", "DMD", "PharmD",
    "PsyD",
    "EdD", "FRCS", "FRCP", "FACS", "MBA", "BS", "BA", "DSc", "DrPH", "ScD",
  ]

  /// `A title.[Article]` without what is behind its end.
  static func title(_ value: String) -> String {
    var title = value.trimmedASCII
    if title.hasSuffix("]"), let bracket = title.lastIndex(of: "["), bracket > title.startIndex,
      title[title.index(before: bracket)] == "."
    {
      title = String(title[..<bracket])
    }
    return title.hasSuffix(".") && !title.hasSuffix("..") ? String(title.dropLast()) : title
  }

  /// `Nursing Science Quarterly.   28(2):103-106, April 2015.`: journal, volume, issue, pages, date. Of other forms the
  /// journal alone, where it ends in a full stop.
  static func parts(ofSource value: String) -> [(role: FieldRole, text: String)] {
    guard let stop = value.firstRange(of: ". ") ?? (value.hasSuffix(".") ? value.firstRange(of: ".") : nil) else {
      return []
    }
    var parts: [(role: FieldRole, text: String)] = [(.journal, String(value[..<stop.lowerBound]))]
    var rest = value[stop.upperBound...].drop { $0 == " " }
    if rest.last == "." { rest.removeLast() }
    guard rest.first?.isNumber == true else { return value.hasPrefix("(") ? [] : parts }
    let pieces = rest.split(separator: ",", maxSplits: 1)
    let place = pieces[0].split(separator: ":", maxSplits: 1)
    let volume = place[0].split { $0 == "(" || $0 == ")" }
    if let first = volume.first { parts.append((.volume, String(first))) }
    if volume.count > 1 { parts.append((.issue, String(volume[1]))) }
    if place.count > 1 { parts.append((.firstPage, String(place[1]).trimmedASCII)) }
    if pieces.count > 1 { parts.append((.year, String(pieces[1]).trimmedASCII)) }
    return parts
  }
}
