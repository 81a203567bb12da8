/// A stretch of a name list between separators, in words.
struct NamePiece {
  /// What stands before the piece.
  enum Separator: Sendable { case none, comma, strong, conjunction }

  /// One word: what stands between blanks, hyphens and full stops included.
  struct Word {
    var range: Range<Int>
    /// The letters in lower case.
    let key: String
    /// The lists that hold it.
    let classes: NameWordClasses
    /// Upper-case letters only, few of them, or marked by full stops: `BT`, `K.J.`, `J.-P.`.
    var isInitials: Bool
    var hasStop: Bool
    var isLower: Bool
    var isAllUpper: Bool
    var startsUpper: Bool
    var letters: Int

    /// «Koch-Institut», «Landesgesundheitsamt»: German joins what a body is to what it is called after.
    var isBodyCompound: Bool {
      ["institut", "bundesamt", "gesundheitsamt", "verband", "stiftung", "zentrum", "ministerium", "gesellschaft"]
        .contains { key.utf8.count > $0.utf8.count && key.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
    var isSuffix: Bool { !isInitials && classes.contains(.suffix) }
    var isParticle: Bool { isLower || (letters > 1 && !isInitials && classes.contains(.particle)) }
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
  var isLoneSuffix: Bool { words.count == 1 && words.allSatisfy { $0.classes.contains(.suffix) } }
  /// Words in capitals alone, one of them long: `DE SOUSA`.
  var isAllUpper: Bool {
    words.allSatisfy { $0.isAllUpper || $0.isParticle } && words.contains { $0.letters > 2 && $0.isAllUpper }
  }
  /// Words that are neither particles, initials nor suffixes.
  var coreCount: Int { words.reduce(0) { $0 + ($1.isParticle || $1.isInitials || $1.isSuffix ? 0 : 1) } }
  /// «Smith AG» is a person.
  var namesBody: Bool {
    words.contains { $0.classes.contains(.body) && !($0.isInitials && $0.letters == 2 && words.count == 2) }
      || words.contains { $0.letters > 11 && $0.isBodyCompound }
      || (words.count > 2 && words.dropFirst().dropLast().contains { $0.classes.contains(.joint) })
  }

  /// «ACTS Study Group»: a body that starts with an acronym, which looks like initials.
  var isBodyWithAcronym: Bool {
    guard words.count > 1, let first = words.first, let last = words.last else { return false }
    return first.isInitials && !first.hasStop && first.letters > 2 && last.classes.contains(.body)
      && !words.dropFirst().contains(where: \.isInitials)
  }
  /// A family name and two letters that start with a capital, as in `Welch Ra`.
  var endsWithSmallInitials: Bool {
    guard words.count == 2, let last = words.last else { return false }
    return last.letters == 2 && last.startsUpper && !last.isInitials && !last.isSuffix && !words[0].isInitials
      && !words[0].isParticle
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
          words[index + 1].isAllUpper || words[index + 1].classes.contains(.familyParticle),
          words[index].classes.contains(.familyParticle)
        {
          words[index].isInitials = false
        }
        // «COUTO JR., A.F.»
        if isLast, isBeforeComma, words[index].hasStop, words[index].range.count == 3,
          words[index].classes.contains(.suffix)
        {
          words[index].isInitials = false
        }
      } else if index > 0 {
        // «Carvalho C da C»
        if !isLast, words[index].isLower, words[index - 1].isInitials, words[index + 1].isInitials,
          words[index].classes.contains(.familyParticle)
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
          words[index].startsUpper, NameWordClasses(String(words[index].key.dropFirst())).contains(.familyParticle)
        {
          words[index].isInitials = true
        }
      }
    }
  }
}
