/// Gives out citation keys, none twice: `klasson2022`, `klasson2022a`, `klasson2022b` …
package struct FreeKeys {
  /// Letters that are known to be taken, by key without letters: a thousand works of one author and year would
  /// otherwise ask half a million times.
  private var taken: [String: Int] = [:]

  /// Knows of no keys.
  package init() {}

  /// `base`, or `base` with the first of `a`, `b` … `z`, `aa`, `ab` … behind it that `isTaken` does not know. It
  /// counts as taken from then on, and so do those before it.
  package mutating func key(_ base: String, isTaken: (String) throws -> Bool) rethrows -> String {
    var number = taken[base] ?? -1
    while true {
      let key = number < 0 ? base : base + CitationKey.letters(number)
      if try !isTaken(key) {
        if number >= 0 { taken[base] = number + 1 }
        return key
      }
      number += 1
    }
  }
}
