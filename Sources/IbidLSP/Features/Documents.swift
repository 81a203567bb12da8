import Glibc
import IbidModel
import IbidSession

/// Opening, changing and closing documents, and finding one's way in them.
extension LanguageServer {
  func open(_ parameters: JSONValue) throws(RequestError) {
    guard let uri = parameters.at("textDocument", "uri")?.string,
      let text = parameters.at("textDocument", "text")?.string
    else { throw RequestError(ErrorCode.invalidParams, "a document needs a URI and a text") }
    let path = FileURI.path(of: uri)
    uris[path] = uri
    // A file's format is recognized as `ibid check` does; what has no file has only the editor's word for it.
    let language = parameters.at("textDocument", "languageId")?.string ?? ""
    session.open(
      path, text, version: parameters.at("textDocument", "version")?.integer,
      format: path == uri ? Self.formats[language] : nil, at: world.now())
  }

  /// Formats by the names that the protocol has for them.
  private static let formats = [
    "markdown": "markdown", "latex": "latex", "tex": "latex", "html": "html", "restructuredtext": "rst", "org": "org",
    "typst": "typst", "asciidoc": "asciidoc", "plaintext": "plain-text",
  ]

  func change(_ parameters: JSONValue) throws(RequestError) {
    let path = try path(of: parameters)
    let version = parameters.at("textDocument", "version")?.integer
    for change in parameters["contentChanges"]?.elements ?? [] {
      guard let document = session.documents[path], let text = change["text"]?.string else {
        throw RequestError(ErrorCode.invalidParams, "a change needs a text")
      }
      let range: Range<Int>? =
        switch change["range"] {
        case nil, .null?: nil
        case let range?: try Positions(text: document.text, encoding: client.encoding).offsets(range)
        }
      session.change(path, range, to: text, version: version, at: world.now())
    }
  }

  func close(_ parameters: JSONValue) throws(RequestError) {
    let path = try path(of: parameters)
    session.close(path)
    for uri in publishedBeside.removeValue(forKey: path) ?? [] { publish([], at: uri, version: nil) }
    if let uri = uris.removeValue(forKey: path) {
      publish([], at: uri, version: nil)
      published[uri] = nil
    }
  }

  /// The path of the open document that a request names.
  ///
  /// - Throws: `RequestError` where it is not open.
  func path(of parameters: JSONValue) throws(RequestError) -> String {
    guard let uri = parameters.at("textDocument", "uri")?.string else {
      throw RequestError(ErrorCode.invalidParams, "a document needs a URI")
    }
    let path = FileURI.path(of: uri)
    guard session.documents[path] != nil else {
      throw RequestError(ErrorCode.invalidParams, "\(uri) is not open")
    }
    return path
  }

  /// A document as its last check has it, with positions in the text as it is now.
  struct View {
    let path: String
    let document: OpenDocument
    let checked: CheckedDocument
    let positions: Positions

    /// A range of the text that was checked, where it is now.
    func range(_ offsets: Range<Int>) -> JSONValue { positions.range(document.shift.current(of: offsets)) }

    /// The offset of a position, in the text that was checked.
    func checkedOffset(_ position: JSONValue?) throws(RequestError) -> Int {
      document.shift.checked(of: try positions.offset(position))
    }
  }

  /// What is known of the document that a request names: as it is in the text as it was checked last, be that some
  /// letters ago, or where `isFresh` in the text as it is now; nil where that could not be checked.
  func view(_ parameters: JSONValue, isFresh: Bool = false) throws(RequestError) -> View? {
    let path = try path(of: parameters)
    if isFresh || session.documents[path]?.checked == nil { checkNow(path) }
    guard let document = session.documents[path], let checked = document.checked else { return nil }
    return View(
      path: path, document: document, checked: checked,
      positions: Positions(text: document.text, encoding: client.encoding))
  }

  /// Checks a document that has changed since the last time.
  func checkNow(_ path: String) {
    guard session.documents[path]?.isFresh == false else { return }
    _ = session.fresh(path)
    if !client.pullsDiagnostics { publish(path) }
  }

  /// Where the records of an article stand that it brings along.
  func entries(of view: View) -> RecordEntries? {
    view.checked.article.map { article in RecordEntries(of: article) { self.text(ofFile: $0)?.bytes } }
  }

  /// The text of a file: as it is in the editor, else as it is on the disk.
  func text(ofFile path: String) -> EditedText? {
    if let document = session.documents[path] { return document.text }
    return DiskFile.bytes(of: path).map(EditedText.init)
  }

  /// A place in some file.
  func location(_ path: String, _ offsets: Range<Int>) -> JSONValue? {
    text(ofFile: path).map {
      json(["uri": .string(uri(of: path)), "range": Positions(text: $0, encoding: client.encoding).range(offsets)])
    }
  }

  /// The text of an open document as it is now; nil where none of this URI is open.
  package func text(of uri: String) -> String? {
    session.documents[FileURI.path(of: uri)].map { String(decoding: $0.text.bytes, as: UTF8.self) }
  }

  /// What the client calls a file.
  func uri(of path: String) -> String { uris[path] ?? FileURI.uri(of: absolute(path)) }

  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), !path.contains(":"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}

/// Files that are read to show a place in them.
enum DiskFile {
  private static let limit = 16 << 20

  /// The bytes of a plain file; nil where there is none, or it is too large to be shown.
  static func bytes(of path: String) -> [UInt8]? {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= limit, let file = fopen(path, "rb")
    else { return nil }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }
}
