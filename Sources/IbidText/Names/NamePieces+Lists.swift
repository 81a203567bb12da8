/// What only the whole list tells of its pieces.
extension NamePieces {
  /// «BILGIN, Mehmet, Yigit AKCALI»: where families stand in capitals, a short word in capitals behind a given name is
  /// one, too, and no initials.
  mutating func tellFamiliesInCapitals() {
    func hasFamily(_ piece: NamePiece) -> Bool {
      piece.words.contains { $0.isAllUpper && !$0.isInitials && $0.letters > 4 }
    }
    guard pieces.first.map(hasFamily) == true || pieces.count(where: hasFamily) > 1 else { return }
    for index in pieces.indices {
      guard let first = pieces[index].words.first, let last = pieces[index].words.last, pieces[index].words.count > 1,
        !first.isAllUpper, !first.isParticle, last.isInitials, !last.hasStop, last.letters > 2
      else { continue }
      pieces[index].words[pieces[index].words.count - 1].isInitials = false
    }
  }

  /// «Weber, C. T. Gait J.S. Stride and …»: a piece that holds several names, each with its initials before it, is
  /// split at them. The first initial belongs to the family before the piece.
  mutating func splitRuns() {
    var split: [NamePiece] = []
    for piece in pieces {
      let starts = Self.runs(in: piece)
      guard starts.count > 1 else {
        split.append(piece)
        continue
      }
      var start = 0
      if piece.separator == .comma, let last = split.last, !last.hasInitials, starts[0] > 1 {
        start = 1
        split.append(NamePiece(separator: .comma, words: Array(piece.words[..<1])))
      }
      for (number, end) in (starts.dropFirst() + [piece.words.count]).enumerated() {
        split.append(
          NamePiece(
            separator: number == 0 && start == 0 ? piece.separator : .comma, words: Array(piece.words[start..<end])))
        start = end
      }
    }
    pieces = split
  }

  /// Where the names of a piece start that are all initials with full stops and a family; the first place is how many
  /// initials the first name has. Empty where the piece is made otherwise.
  private static func runs(in piece: NamePiece) -> [Int] {
    var starts: [Int] = []
    var initials = 0
    for (index, word) in piece.words.enumerated() {
      if word.isInitials {
        guard word.hasStop else { return [] }
        if index == 0 || !piece.words[index - 1].isInitials { starts.append(index) }
        if starts.count == 1 { initials += 1 }
      } else if starts.isEmpty || word.isSuffix {
        return []
      }
    }
    guard let last = piece.words.last, !last.isInitials, starts.count > 1 else { return [] }
    starts[0] = initials
    return starts
  }
}
