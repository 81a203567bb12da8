import IbidModel
import Synchronization

/// The records that articles bring along, kept as long as the files that hold them stay as they are.
package final class KeptBibliographies: Sendable {
  private struct Kept {
    var works: [Item]
    var files: [String]
    var stamps: [FileStamp?]
    var bibliography: ArticleBibliography
  }

  /// By the articles' paths.
  private let kept = Mutex<[String: Kept]>([:])

  /// Nothing is kept yet.
  package init() {}

  /// The bibliography of an article, read anew only where one of its files has changed.
  ///
  /// - Throws: `IbidError` where a file that the user names cannot be read.
  func bibliography(
    works: [Item], names: [String], given: [String], of path: String
  ) throws(IbidError) -> ArticleBibliography {
    let files = given + ArticleBibliography.files(named: names, by: path)
    let stamps = files.map(FileStamp.init)
    if let known = kept.withLock({ $0[path] }), known.files == files, known.stamps == stamps, known.works == works {
      return known.bibliography
    }
    let bibliography = try ArticleBibliography(works: works, names: names, given: given, of: path)
    kept.withLock {
      $0[path] = Kept(works: works, files: files, stamps: stamps, bibliography: bibliography)
    }
    return bibliography
  }

  /// Forgets the records of an article that is not looked at any more.
  package func forget(_ path: String) { kept.withLock { $0[path] = nil } }
}
