/// A stretch of a name list between separators, in words.
struct NamePiece {
  /// What stands before the piece.
  enum Separator: Sendable { case none, comma, strong, conjunction }

  /// One word: what stands between blanks, hyphens and full stops included.
  struct Word {
    var range: Range<Int>
    /// The letters in lower case.
    var key: String
    /// Upper-case letters only, few of them, or marked by full stops: `BT`, `K.J.`, `J.-P.`.
    var isInitials: Bool
    var hasStop: Bool
    var isLower: Bool
    var isAllUpper: Bool
    var startsUpper: Bool
    var letters: Int

    var isSuffix: Bool { !isInitials && NameWords.suffixes.contains(key) }
    var isParticle: Bool { isLower || (letters > 1 && !isInitials && NameWords.particles.contains(key)) }
  }

  var separator: Separator
  var words: [Word] = []

  var isInitialsOnly: Bool { words.allSatisfy(\.isInitials) }
  var startsWithInitials: Bool { words.first?.isInitials == true }
  var endsWithInitials: Bool {
    guard let last = words.last(where: { !$0.isSuffix && !$0.isLower }) else { return false }
    return last.isInitials
  }
  var hasInitials: Bool { words.contains(where: \.isInitials) }
  var isSuffixOnly: Bool { !words.isEmpty && words.allSatisfy(\.isSuffix) }
  var endsWithStop: Bool { words.last?.hasStop == true }
  var isStrayInitial: Bool { words.count == 1 && isInitialsOnly && words.allSatisfy { $0.letters == 1 && !$0.hasStop } }
  /// One word that may be initials elsewhere: `JR.` behind a whole name.
  var isLoneSuffix: Bool { words.count == 1 && words.allSatisfy { NameWords.suffixes.contains($0.key) } }
  /// Words in capitals alone, one of them long: `DE SOUSA`.
  var isAllUpper: Bool {
    words.allSatisfy { $0.isAllUpper || $0.isParticle } && words.contains { $0.letters > 2 && $0.isAllUpper }
  }
  /// Words that are neither particles, initials nor suffixes.
  var coreCount: Int { words.reduce(0) { $0 + ($1.isParticle || $1.isInitials || $1.isSuffix ? 0 : 1) } }
  /// «Smith AG» is a person.
  var namesBody: Bool {
    words.contains { NameWords.bodies.contains($0.key) && !($0.isInitials && $0.letters == 2 && words.count == 2) }
      || (words.count > 2 && words.dropFirst().dropLast().contains { NameWords.joints.contains($0.key) })
  }

  /// «ACTS Study Group»: a body that starts with an acronym, which looks like initials.
  var isBodyWithAcronym: Bool {
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return first.isInitials && !first.hasStop && first.letters > 2 && NameWords.bodies.contains(last.key)
      && !words.dropFirst().contains(where: \.isInitials)
  }
  /// Initials, each with its full stop.
  var isStoppedInitials: Bool { !words.isEmpty && words.allSatisfy { $0.isInitials && $0.hasStop } }
  /// Words in capitals without full stops, the last of which is long for initials: `DE WIT`.
  var mayBeFamilyInCapitals: Bool {
    words.count > 1 && words.allSatisfy { $0.isAllUpper && !$0.hasStop } && (words.last?.letters ?? 0) > 2
  }

  /// Tells initials from what only looks like them, once all words of the piece are known.
  mutating func settleInitials(isBeforeComma: Bool) {
    guard words.count > 1 else { return }
    // From the end: «VAN DEN HEUVEL» is told by its last word.
    for index in words.indices.reversed() {
      let isLast = index == words.count - 1
      if words[index].isInitials {
        // «DE SOUSA», «VON KROGH»
        if !isLast, !words[index].hasStop, words[index].letters > 1, !words[index + 1].isInitials,
          words[index + 1].isAllUpper || NameWords.familyParticles.contains(words[index + 1].key),
          NameWords.familyParticles.contains(words[index].key)
        {
          words[index].isInitials = false
        }
        // «COUTO JR., A.F.»
        if isLast, isBeforeComma, words[index].hasStop, words[index].range.count == 3,
          NameWords.suffixes.contains(words[index].key)
        {
          words[index].isInitials = false
        }
      } else if index > 0 {
        // «Carvalho C da C»
        if !isLast, words[index].isLower, words[index - 1].isInitials, words[index + 1].isInitials,
          NameWords.familyParticles.contains(words[index].key)
        {
          words[index].isInitials = true
        }
        // «Tavares MCGCF»
        if isLast, words[index].isAllUpper, !words[index].hasStop, (5...6).contains(words[index].letters),
          !words[0].isAllUpper, words.count == 2
        {
          words[index].isInitials = true
        }
        // «Meneghim Mde C»
        if index == words.count - 2, words[index + 1].isInitials, !words[index + 1].hasStop,
          words[index].startsUpper, NameWords.familyParticles.contains(String(words[index].key.dropFirst()))
        {
          words[index].isInitials = true
        }
      }
    }
  }
}
