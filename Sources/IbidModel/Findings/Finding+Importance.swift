extension [Finding] {
  /// The heaviest first; of one weight the surest, by their scores, then in the order of the text.
  ///
  ///     for finding in article.findings().byImportance { print(finding.message) }
  public var byImportance: [Finding] {
    enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.severity != other.severity { return one.severity > other.severity }
      if one.score != other.score { return one.score ?? 100 > other.score ?? 100 }
      return left.offset < right.offset
    }.map(\.element)
  }
}
