import IbidModel

/// Which notes a link points at: those that it names by identifier, and those whose numbers its words say besides. One
/// link around «3–6» mostly names the first alone.
struct NumberedTargets {
  private let positions: [String: Int]
  private let labels: [String]
  private let byLabel: [String: Int]
  /// The highest number that a label has.
  private let highest: Int

  /// - Parameters:
  ///   - labels: the notes' labels, in order.
  ///   - positions: the notes by their identifiers, as indices of `labels`.
  init(_ labels: [String], positions: [String: Int]) {
    self.labels = labels
    self.positions = positions
    byLabel = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    highest = labels.compactMap { Int($0) }.filter { $0 <= NumberList.largest }.max() ?? 0
  }

  /// Indices of the notes that a link with these identifiers around a stretch of the text points at.
  func notes(of ids: [String], text: [UInt8], _ range: Range<Int>) -> [Int] {
    let named = ids.compactMap { positions[$0] }
    guard let first = named.first, named.count == 1, let numbers = numbers(text, range),
      numbers.contains(Int(labels[first]) ?? 0)
    else { return named }
    let said = numbers.compactMap { byLabel[String($0)] }
    return said.contains(first) ? said : named
  }

  /// The numbers of a link's words, where they are nothing else: «3–6», «[3, 5–7]».
  private func numbers(_ text: [UInt8], _ range: Range<Int>) -> [Int]? {
    guard highest > 0, let start = range.first(where: { text[$0].isASCIIDigit }),
      let list = NumberList.read(text, from: start, to: range.upperBound, cap: highest, spacing: .allowed),
      text[range.lowerBound..<start].allSatisfy({ "[( ".utf8.contains($0) }),
      text[list.end..<range.upperBound].allSatisfy({ "]) ,;".utf8.contains($0) })
    else { return nil }
    let numbers = list.parts.filter { $0.last <= highest }.flatMap { Array($0.first...$0.last) }
    return numbers.count > 1 ? numbers : nil
  }
}
