import Glibc
import IbidArticles
import IbidClaims
import IbidModel

/// The records that an article brings along: those that its text describes, of the files that it names as its
/// bibliography, of those that its project names, and of those that the user names for it.
struct ArticleBibliography: Sendable {
  private(set) var items: [Item]
  private(set) var problems: [RecordProblem] = []
  /// The files, whether they could be read or not.
  private(set) var files: [String] = []
  /// The records as they are looked up; nil where there are none.
  private(set) var index: MemoryRecords?

  /// Reads the bibliography of an article at `path`.
  ///
  /// - Parameters:
  ///   - works: those that the article's text describes.
  ///   - names: the files that the article names, seen from its folder.
  ///   - given: files that the user names, seen from the working folder.
  /// - Throws: `IbidError` where a file that the user names cannot be read; one that the article names is told of.
  init(works: [Item], names: [String], given: [String], of path: String) throws(IbidError) {
    items = works
    if !given.isEmpty {
      let read = try RecordFiles.items(of: given)
      add(read.items)
      problems += read.problems
    }
    let named = Self.files(named: names, by: path)
    for file in named { read(file, by: path) }
    files = given + named
    index = items.isEmpty ? nil : MemoryRecords(items)
  }

  private mutating func read(_ file: String, by path: String) {
    guard Self.isFile(file) else {
      let reason = file.contains("://") ? "it is not fetched; save it beside the article" : "there is no such file"
      problems.append(
        RecordProblem(
          outcome: .rejected, path: path, line: 1, record: nil, message: "its bibliography is \(file): \(reason)"))
      return
    }
    do throws(IbidError) {
      let read = try RecordFiles.items(of: [file])
      add(read.items)
      problems += read.problems
    } catch {
      problems.append(RecordProblem(outcome: .rejected, path: path, line: 1, record: nil, message: error.message))
    }
  }

  /// Of works with equal keys the first counts.
  private mutating func add(_ more: [Item]) {
    let known = Set(items.map(\.id))
    items += more.filter { !known.contains($0.id) }
  }

  /// The paths of files that the article names, and of those that its project does, which is described in the nearest
  /// folder above it that has such a file.
  static func files(named names: [String], by path: String) -> [String] {
    guard path != "-" else { return names }
    var files = names.map { Self.path(of: $0, besides: path) }
    for folder in Folder.above(path) {
      let projects = ProjectBibliographies.fileNames.map { (folder == "/" ? "/" : folder + "/") + $0 }.filter(isFile)
      for project in projects {
        guard let bytes = try? InputFile(path: project).bytes(limit: 4_000_000) else { continue }
        files += ProjectBibliographies.names(in: bytes).map { Self.path(of: $0, besides: project) }
      }
      if !projects.isEmpty { break }
    }
    var told: Set<String> = []
    return files.filter { told.insert($0).inserted }
  }

  /// The path of a file that another names, which stands beside it.
  static func path(of file: String, besides path: String) -> String {
    guard !file.hasPrefix("/"), !file.contains("://"), let slash = path.lastIndex(of: "/") else { return file }
    return path[...slash] + file
  }

  /// Whether there is a file that ends: no device and no pipe.
  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return !path.utf8.contains(0) && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
