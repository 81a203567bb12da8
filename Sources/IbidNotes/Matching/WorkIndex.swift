package import IbidModel

/// Works that references are matched with, by number: those of a library, or of an index in memory.
package protocol WorkIndex {
  /// About how many works there are.
  func size() throws -> Int
  /// What is compared of the work of a number that this index gave.
  func work(_ number: Int) throws -> WorkKeys
  /// The works that have an identifier.
  func works(with identifier: Identifier) throws -> [Int]
  /// The works at a volume and first page, as `WorkPlace` words it.
  func works(at place: String) throws -> [Int]
  /// The works by a first author, of a year; of libraries that tell no first author from another, by any author.
  func works(by family: String, in year: Int, titled word: String?) throws -> [Int]
  /// The works whose titles hold a word; `spelled` gives it as `SearchKey` folds it.
  func titles(with word: UInt64, spelled: () -> String) throws -> TitlePostings
}

/// The titles that hold a word.
package struct TitlePostings: Sendable {
  /// How many there are, or nearly so where there are many.
  package var count: Int
  /// Their numbers; none where there are more than `limit`: such a word finds nothing.
  package var numbers: [Int]

  package init(count: Int, numbers: [Int]) {
    self.count = count
    self.numbers = numbers
  }

  /// How many titles a word may stand in that others are found by.
  package static let limit = 400
}
