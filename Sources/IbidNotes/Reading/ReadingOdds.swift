import IbidModel

/// What the fields themselves say of how likely a reading is right, beyond what its tokens' probabilities say.
///
/// The factors are those of a logistic model, fitted on references in forty styles whose labeller had seen neither
/// their style nor their works; references whose own labels were wrong were left out.
enum ReadingOdds {
  /// By how much the odds of a right reading are greater or less.
  static func factor(of item: Item) -> Double {
    names(of: item) * title(item[.title]) * container(item[.containerTitle]) * numbers(of: item) * 0.8
  }

  /// Lists of many names are read well, references without one are not.
  private static func names(of item: Item) -> Double {
    let authors = item[names: .author]
    guard !authors.isEmpty else { return 0.36 }
    var factor = authors.contains { $0.family?.utf8.contains(0x20) == true } ? 0.71 : 1
    for _ in 0..<min(8, authors.count) { factor *= 1.135 }
    return factor
  }

  /// A title that is short, starts in its midst, or has an end in it.
  private static func title(_ title: String?) -> Double {
    guard let title, let first = title.unicodeScalars.first else { return 1 }
    var factor = title.utf8.count < 12 ? 0.52 : 1
    if first.properties.isLowercase { factor *= 0.41 }
    if title.hasStop(UInt8(ascii: "?"), or: UInt8(ascii: "!")) { factor *= 0.66 }
    return factor
  }

  private static func container(_ container: String?) -> Double {
    guard let container else { return 0.52 }
    var factor = container.utf8.count > 70 ? 0.54 : 1
    if container.utf8.contains(UInt8(ascii: ",")) { factor *= 0.73 }
    if container.utf8.contains(where: { ":([".utf8.contains($0) }) { factor *= 0.73 }
    if container.utf8.contains(where: \.isASCIIDigit) { factor *= 0.75 }
    return factor
  }

  /// Numbers that are missing, and such as hardly occur.
  private static func numbers(of item: Item) -> Double {
    var factor = 1.0
    if item[.containerTitle] != nil {
      if item[.volume] == nil { factor *= 0.72 }
      if item[.page] == nil { factor *= 0.41 }
    }
    if let volume = item[.volume], !isPlain(volume, digits: 4) { factor *= 0.42 }
    if let issue = item[.issue], !isPlain(issue, digits: 3) { factor *= 0.57 }
    return factor
  }

  private static func isPlain(_ number: String, digits: Int) -> Bool {
    (1...digits).contains(number.utf8.count) && number.utf8.allSatisfy(\.isASCIIDigit)
  }
}
