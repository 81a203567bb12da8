/// The sources of each work, as filters ask for them.
struct SourceNames {
  private var names: [String: [String]] = [:]

  init(_ library: any LibrarySnapshot) throws(LibraryError) {
    for records in try library.sources() {
      let name = records.source.name.lowercased()
      for key in records.keys where names[key]?.last != name { names[key, default: []].append(name) }
    }
  }

  /// The names of the sources of the work of a key, in lower case.
  func of(_ key: String) -> [String] { names[key] ?? [] }
}

extension [WorkFilter] {
  func hold(of work: Work, _ names: SourceNames) -> Bool {
    allSatisfy { $0.holds(of: work) { names.of(work.key) } }
  }
}
