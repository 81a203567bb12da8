import IbidModel

/// Figures of a text that can be held against those of another: shares in percent, and how many people or studies.
struct Measurements {
  /// A figure and what it counts.
  struct Figure: Hashable {
    /// `%`, or the beginning of the word of what is counted: `patie`.
    let unit: String
    /// The figure as it is written.
    let text: String
    let value: Double
  }

  /// In the order of the text.
  private(set) var figures: [Figure] = []
  /// Every number of the text.
  private(set) var numbers: [Double] = []

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    for (index, word) in words.enumerated() {
      let core = word.drop { !$0.isLetter && !$0.isNumber }
      guard core.first?.isASCII == true, core.first?.isNumber == true else { continue }
      let run = core.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," || $0 == "·" }
      let digits = run.last?.isNumber == true ? run : run.dropLast()
      let plain = digits.replacing(",", with: "").replacing("·", with: ".")
      guard let value = Double(plain) else { continue }
      numbers.append(value)
      let rest = core.dropFirst(digits.count)
      let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
      if rest.hasPrefix("%") || next.hasPrefix("%") || next.hasPrefix("percent") || next == "per" {
        figures.append(Figure(unit: "%", text: digits + " %", value: value))
      } else if rest.isEmpty || rest == "," {
        let following = words[(index + 1)...].prefix(3).map { $0.lowercased().filter(\.isLetter) }
        if let counted = following.first(where: Self.counted.contains) {
          figures.append(Figure(unit: ContentWords.stem(counted), text: "\(digits) \(counted)", value: value))
        }
      }
    }
  }

  /// Whether a number of this text is another one, or what a writer rounds it to.
  func has(_ value: Double) -> Bool {
    numbers.contains { abs($0 - value) <= max(0.5, 0.05 * max(abs($0), abs(value))) || abs(100 - $0 - value) < 0.01 }
  }

  private static let counted: Set<String> = [
    "patients", "participants", "adults", "children", "people", "women", "men", "subjects", "volunteers", "infants",
    "adolescents", "students", "trials", "studies",
  ]
}
