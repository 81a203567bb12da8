import IbidModel
import IbidNotes
import IbidStore

/// A library's works as a matcher asks for them. What it has asked once is kept: the references of an article share
/// most of their words.
final class LibraryWorks: WorkIndex {
  private let library: any LibrarySnapshot
  private var items: [Int: Item] = [:]
  private var works: [Int: WorkKeys] = [:]
  private var titles: [UInt64: TitlePostings] = [:]
  private var lastNumber: Int?

  /// The works of a library, as they are at one moment.
  init(_ library: any LibrarySnapshot) { self.library = library }

  /// The greatest number, which is that of the works where none was taken out.
  func size() throws -> Int {
    if let lastNumber { return lastNumber }
    let number = Int(try library.lastNumber())
    lastNumber = number
    return number
  }

  /// The record of a number.
  func item(_ number: Int) throws -> Item {
    if let item = items[number] { return item }
    let item = try library.item(number: Int64(number)) ?? Item(type: .document)
    items[number] = item
    return item
  }

  func work(_ number: Int) throws -> WorkKeys {
    if let work = works[number] { return work }
    let work = WorkKeys(try item(number))
    works[number] = work
    return work
  }

  func works(with identifier: Identifier) throws -> [Int] { try library.numbers(with: identifier).map(Int.init) }

  func works(at place: String) throws -> [Int] {
    try library.numbers(of: SearchQuery(place: place), limit: 8).map(Int.init)
  }

  func works(by family: String, in year: Int, titled word: String?) throws -> [Int] {
    try library.numbers(of: SearchQuery(author: family, year: year, titleWord: word), limit: 24).map(Int.init)
  }

  func titles(with word: UInt64, spelled: () -> String) throws -> TitlePostings {
    if let known = titles[word] { return known }
    let numbers = try library.numbers(of: SearchQuery(titleWord: spelled()), limit: TitlePostings.limit + 1)
    var postings = TitlePostings(count: numbers.count, numbers: numbers.map(Int.init))
    if numbers.count > TitlePostings.limit, let last = numbers.last {
      // As many as there would be if the word stood as often in the rest.
      let density = Double(numbers.count) / Double(max(last, 1))
      postings = TitlePostings(count: max(numbers.count, Int(density * Double(try size()))), numbers: [])
    }
    titles[word] = postings
    return postings
  }
}
