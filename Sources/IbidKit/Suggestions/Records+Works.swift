import IbidClaims
import IbidModel
import IbidStore

extension Records {
  /// The words of all works, for claims that look for them.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  func workTexts() throws(IbidError) -> WorkTexts {
    if case .held(let library) = source { return try library.workTexts() }
    var builder = WorkTexts.Builder()
    try forEachItem { builder.add($0) }
    return builder.texts()
  }

  /// The records of these keys, by their keys, as they are at one moment.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  func items(keys: Set<String>) throws(IbidError) -> [String: Item] {
    switch source {
    case .memory(let records):
      return Dictionary(
        keys.compactMap { key in records.record(key: key).map { (key, $0) } }, uniquingKeysWith: { first, _ in first })
    case .library(let library): return try library.items(keys: keys)
    case .held(let held): return try held.library.items(keys: keys)
    }
  }

  private func forEachItem(_ body: (Item) -> Void) throws(IbidError) {
    switch source {
    case .held(let held): try held.library.forEachItem { (item) throws(IbidError) in body(item) }
    case .memory(let records): records.items.forEach(body)
    case .library(let library): try library.forEachItem { (item) throws(IbidError) in body(item) }
    }
  }
}

extension RecordLibrary {
  /// The records of these keys, by their keys, as they are at one moment.
  ///
  /// - Throws: `IbidError` where the library cannot be read.
  fileprivate func items(keys: Set<String>) throws(IbidError) -> [String: Item] {
    try IbidError.mapping { () throws(LibraryError) in
      try library.snapshot { (snapshot) throws(LibraryError) in
        var items: [String: Item] = [:]
        for key in keys { items[key] = try snapshot.item(key: key) }
        return items
      }
    }
  }
}
