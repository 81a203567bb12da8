/// Which folders of a module use types of which others.
struct FolderGraph {
  /// A file that names a type of a file in another folder.
  struct Use: Comparable, CustomStringConvertible {
    var file: String
    var type: String
    var declaration: String

    var description: String { "\(file) uses \(type) of \(declaration)" }

    static func < (left: Use, right: Use) -> Bool {
      (left.file, left.declaration, left.type) < (right.file, right.declaration, right.type)
    }
  }

  /// Folders that use each other, straight or by way of others.
  struct Circle {
    /// The folders' names, sorted.
    var folders: [String]
    /// What ties them together, sorted.
    var uses: [Use]
  }

  /// The uses by the folder that uses and the folder that is used.
  private var uses: [String: [String: [Use]]] = [:]

  /// The graph of the folders that stand directly in one: `sources` are the texts of its files by their paths in it.
  ///
  /// A file that stands in none of these folders counts for nothing: it may tie them together, as a list of readers
  /// does. A name that several folders declare is that of the folder which uses it, where that is one of them.
  init(_ sources: [String: String]) {
    let files = sources.filter { $0.key.contains("/") }.mapValues(SwiftNames.init)
    var declarations: [String: [String]] = [:]
    for (file, names) in files { for type in names.declared { declarations[type, default: []].append(file) } }
    for (file, names) in files {
      for type in names.used {
        guard let places = declarations[type], !places.contains(where: { Self.folder($0) == Self.folder(file) }) else {
          continue
        }
        for place in places {
          uses[Self.folder(file), default: [:]][Self.folder(place), default: []].append(
            Use(file: file, type: type, declaration: place))
        }
      }
    }
  }

  private static func folder(_ path: String) -> String { String(path.prefix { $0 != "/" }) }

  /// The circles, by the names of their folders.
  var circles: [Circle] {
    let reach = Dictionary(uniqueKeysWithValues: uses.keys.map { ($0, reached(from: $0)) })
    var left = uses.keys.sorted()
    var circles: [Circle] = []
    while let first = left.first {
      let folders = left.filter { other in
        other == first || reach[first]?.contains(other) == true && reach[other]?.contains(first) == true
      }
      left.removeAll(where: folders.contains)
      guard folders.count > 1 else { continue }
      let ties = folders.flatMap { from in folders.flatMap { uses[from]?[$0] ?? [] } }
      circles.append(Circle(folders: folders, uses: ties.sorted()))
    }
    return circles
  }

  private func reached(from folder: String) -> Set<String> {
    var reached: Set<String> = []
    var left = [folder]
    while let next = left.popLast() {
      for folder in uses[next, default: [:]].keys where reached.insert(folder).inserted { left.append(folder) }
    }
    return reached
  }
}
