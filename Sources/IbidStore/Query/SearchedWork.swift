internal import IbidText

/// A work's words, as an index has them: to look into where an engine's index is not asked.
struct SearchedWork {
  private var columns: [[UInt8]] = []

  init(_ work: Work) {
    let entries = WorkEntries(work)
    var text = SearchText()
    text.add(entries)
    var start = 0
    for end in text.ends {
      columns.append(Array(text.bytes[start..<end]))
      start = end
    }
  }

  /// Whether a term occurs, in its column where it names one.
  func has(_ alternative: SearchQuery.Alternative) -> Bool {
    zip(SearchColumn.allCases, columns).contains { column, bytes in
      (alternative.column ?? column) == column && alternative.term.occurs(inFolded: bytes)
    }
  }
}

extension SearchQuery.Term {
  /// Whether the words stand in a text, one behind the other.
  func occurs(in text: String) -> Bool {
    var bytes: [UInt8] = []
    SearchKey.appendFolded(text, to: &bytes)
    Ideographs.setApart(in: &bytes, from: 0)
    return occurs(inFolded: bytes)
  }

  /// The same of a text that is folded: words with blanks between.
  func occurs(inFolded bytes: [UInt8]) -> Bool {
    let wanted = words.map { Array($0.utf8)[...] }
    let given = bytes.split(separator: UInt8(ascii: " "))
    guard given.count >= wanted.count else { return false }
    return (0...(given.count - wanted.count)).contains { start in
      wanted.indices.allSatisfy { index in
        let word = given[start + index]
        return isPrefix && index == wanted.count - 1 ? word.starts(with: wanted[index]) : word == wanted[index]
      }
    }
  }
}
