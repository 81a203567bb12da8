import IbidArticles
import IbidFormats
import IbidStore

/// What the modules below throw, as errors of the kit: the wording stays where the facts are.
extension IbidError {
  init(_ error: LibraryError) {
    switch error {
    case .unknownKey(let key): self.init(.unknownKey, error.message, name: key)
    case .missing(let path), .notADatabase(let path, _), .notALibrary(let path), .tooNew(let path, _, _),
      .failed(let path, _), .noFolder(let path, _), .notMade(let path), .hasNoRoles(let path):
      self.init(.library, error.message, path: path)
    case .noEngine(let scheme): self.init(.library, error.message, name: scheme)
    case .takenKey(let key): self.init(.library, error.message, name: key)
    case .damaged, .changedSince, .withoutPostgres: self.init(.library, error.message)
    }
  }

  init(_ error: ArticleError) {
    switch error.reason {
    case .empty, .tooLarge: self.init(.unreadableFile, error.message, path: error.path)
    case .notText, .foreign, .notFormatted: self.init(.malformedFile, error.message, path: error.path)
    case .malformed(_, let line): self.init(.malformedFile, error.message, path: error.path, line: line)
    }
  }

  /// Any error at all that reading the file at `path` ended with.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as IbidError: self = error
    case let error as LibraryError: self.init(error)
    case let error as ArticleError: self.init(error)
    case InputError.missing(let missing):
      let nearest = Folder.names(near: missing)
      let hint = nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
      self.init(.unreadableFile, "\(error)\(hint)", path: path, candidates: nearest)
    case let error as InputError: self.init(.unreadableFile, error.description, path: path)
    default: self.init(.malformedFile, "\(path): \(error)", path: path)
    }
  }
}
