import IbidModel

/// The lists of `NameWords` that hold a word, looked up at once: a list of names asks a dozen times a word.
struct NameWordClasses: OptionSet {
  let rawValue: UInt16

  static let conjunction = NameWordClasses(rawValue: 1)
  static let others = NameWordClasses(rawValue: 1 << 1)
  static let role = NameWordClasses(rawValue: 1 << 2)
  static let suffix = NameWordClasses(rawValue: 1 << 3)
  static let prefix = NameWordClasses(rawValue: 1 << 4)
  static let familyEnd = NameWordClasses(rawValue: 1 << 5)
  static let particle = NameWordClasses(rawValue: 1 << 6)
  static let familyParticle = NameWordClasses(rawValue: 1 << 7)
  static let body = NameWordClasses(rawValue: 1 << 8)
  static let joint = NameWordClasses(rawValue: 1 << 9)
  static let doubtful = NameWordClasses(rawValue: 1 << 10)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The lists that hold a word in lower case.
  init(_ key: String) { self = Self.byWord[key] ?? [] }

  private static let byWord: [String: NameWordClasses] = {
    let lists: [(NameWordClasses, Set<String>)] = [
      (.conjunction, NameWords.conjunctions), (.others, NameWords.others), (.role, NameWords.roles),
      (.suffix, NameWords.suffixes), (.prefix, NameWords.prefixes), (.familyEnd, NameWords.familyEnds),
      (.particle, NameWords.particles), (.familyParticle, NameWords.familyParticles), (.body, NameWords.bodies),
      (.joint, NameWords.joints), (.conjunction, NameWords.doubtfulConjunctions),
      (.doubtful, NameWords.doubtfulConjunctions),
    ]
    var byWord: [String: NameWordClasses] = [:]
    for (kind, words) in lists {
      for word in words { byWord[word, default: []].insert(kind) }
    }
    return byWord
  }()
}

extension NameWords {
  /// A word as the lists have it: in lower case.
  static func key(of word: some Collection<UInt8>) -> String {
    guard word.allSatisfy({ $0 < 0x80 }) else { return String(decoding: word, as: UTF8.self).lowercased() }
    return String(unsafeUninitializedCapacity: word.count) { buffer in
      var count = 0
      for byte in word {
        buffer[count] = byte &- 65 < 26 ? byte | 0x20 : byte
        count += 1
      }
      return count
    }
  }
}
