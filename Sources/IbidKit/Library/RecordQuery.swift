public import IbidModel
import IbidStore

/// What is wanted of a library's records: which, in what order, and which part of the list.
///
///     var query = RecordQuery("author:engel year:1970..1980")
///     query.order = .year
///     query.limit = 20
///     let found = try RecordLibrary(reading: "Bibliography/library.sqlite").records(query)
///     print(found.items.count, "of", found.total)
public struct RecordQuery: Sendable, Hashable {
  /// An order of records. Of equal ones the key decides.
  ///
  ///     let orders = RecordQuery.Order.allCases.map(\.rawValue)
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// Those that fit the search best first; without a search by key.
    case relevance
    /// By year, the latest first; those without one last.
    case year
    /// By the first author's name.
    case author
    /// By the title's letters.
    case title
    /// As they came into the library.
    case added
    /// By key.
    case key
  }

  /// A search as a person types it; empty for all records.
  public var text: String
  /// The order.
  public var order = Order.relevance
  /// How many records at the most; nil for all.
  public var limit: Int?
  /// How many records are passed over.
  public var offset = 0

  /// A query by a search as a person types it.
  public init(_ text: String = "") { self.text = text }
}

extension RecordLibrary {
  /// The records that a query asks for, and how many there are without its limit.
  ///
  /// - Throws: `IbidError` where the search cannot be understood, or the library not be read.
  public func records(_ query: RecordQuery) throws(IbidError) -> (items: [Item], total: Int) {
    let end = query.limit.map { min(Int.max - query.offset, $0) + query.offset } ?? Int.max
    let search = try IbidError.mapping(query.text)
    let isAll = query.text.allSatisfy(\.isWhitespace)
    // The best ones are found without reading the others.
    if query.order == .relevance, !isAll, search.filters.isEmpty {
      let (items, total) = try atOneMoment { (snapshot) throws(LibraryError) in
        let items = try snapshot.search(search, limit: end)
        return (items, items.count < end ? items.count : try snapshot.numbers(of: search, limit: .max).count)
      }
      return (Array(items.dropFirst(query.offset)), total)
    }
    let found = isAll ? try items() : try IbidError.mapping { () throws(LibraryError) in try library.search(search) }
    let sorted = query.order == .added ? try inOrderOfComing(found) : RecordOrder.sorted(found, query.order)
    return (Array(sorted.prefix(end).dropFirst(query.offset)), sorted.count)
  }

  private func inOrderOfComing(_ items: [Item]) throws(IbidError) -> [Item] {
    let numbers = try atOneMoment { (snapshot) throws(LibraryError) in
      var numbers: [String: Int64] = [:]
      let last = try snapshot.lastNumber()
      for number in stride(from: 1, through: last, by: 1) {
        if let item = try snapshot.item(number: number) { numbers[item.id] = number }
      }
      return numbers
    }
    return items.sorted { (numbers[$0.id] ?? 0, $0.id) < (numbers[$1.id] ?? 0, $1.id) }
  }
}
