import IbidModel

/// Labels such as `Smi99` or `SJB04` for styles that cite by them.
///
/// Source: citeproc-js, «citation-label»: one author gives four letters, several give fewer each; two digits of year.
enum CitationLabel {
  static func make(for item: Item) -> String? {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    let letters: Int =
      switch names.count {
      case 0, 1: 4
      case 2, 3: 2
      default: 1
      }
    var label = ""
    for name in names.prefix(4) {
      label += (name.family ?? name.literal ?? "").prefix(letters)
    }
    if let year = item[date: .issued]?.year {
      let short = abs(year) % 100
      label += short < 10 ? "0\(short)" : "\(short)"
    }
    return label.isEmpty ? nil : label
  }
}
