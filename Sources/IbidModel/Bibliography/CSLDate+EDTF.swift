extension CSLDate {
  /// The date of an EDTF string: `2004`, `2004-06-11`, `2004-21` (spring), `2004?`, `2004~/2005`, `2004/..`; nil where
  /// `text` is none of these.
  ///
  /// Source: ISO 8601-2, Extended Date/Time Format, levels 0 and 1 as far as CSL-JSON uses them.
  public init?(edtf text: String) {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = ends.first, ends.count <= 2, let start = Parts(edtf: first) else { return nil }
    self.init(start)
    if ends.count == 2 {
      let isOpen = ends[1] == ".." || ends[1].isEmpty
      guard let end = isOpen ? Parts(year: 0) : Parts(edtf: ends[1]) else { return nil }
      self.end = end
    }
    isCirca = text.contains { $0 == "~" || $0 == "?" || $0 == "%" }
  }
}

extension CSLDate.Parts {
  fileprivate init?(edtf text: Substring) {
    let isNegative = text.hasPrefix("-")
    let plain = text.dropFirst(isNegative ? 1 : 0).filter { !"~?%".contains($0) }
    let numbers = plain.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...3).contains(numbers.count), let year = numbers[0], plain.utf8.first?.isASCIIDigit == true else {
      return nil
    }
    self.init(year: isNegative ? -year : year)
    guard numbers.count > 1 else { return }
    switch numbers[1] {
    case let month? where (1...12).contains(month): self.month = month
    case let season? where (21...24).contains(season): self.season = season - 20
    default: return nil
    }
    guard numbers.count > 2 else { return }
    guard let day = numbers[2], (1...31).contains(day), month != nil else { return nil }
    self.day = day
  }
}
