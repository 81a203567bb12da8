import IbidKit
import IbidModel
import IbidSession

/// Findings as diagnostics.
extension LanguageServer {
  /// Sends what a document's last check found, and what it found in the files that the article takes in; nothing where
  /// that was sent already.
  func publish(_ path: String) {
    guard let document = session.documents[path], let checked = document.checked, let uri = uris[path] else { return }
    var byFile = diagnostics(of: checked, path)
    publish(byFile.removeValue(forKey: path) ?? [], at: uri, version: document.version)
    // A file that is open itself shows what is found in it alone.
    let beside = byFile.filter { session.documents[$0.key] == nil }
    let uris = Set(beside.keys.map { self.uri(of: $0) })
    for gone in publishedBeside[path, default: []].subtracting(uris) { publish([], at: gone, version: nil) }
    for (file, diagnostics) in beside { publish(diagnostics, at: self.uri(of: file), version: nil) }
    publishedBeside[path] = uris
  }

  func publish(_ diagnostics: [JSONValue], at uri: String, version: Int?) {
    let list = JSONValue.array(diagnostics)
    if published[uri] == list { return }
    if published[uri] == nil, diagnostics.isEmpty, version == nil { return }
    published[uri] = diagnostics.isEmpty && version == nil ? nil : list
    tell(
      "textDocument/publishDiagnostics",
      json(["uri": .string(uri), "version": version.map { .int($0) }, "diagnostics": list]))
  }

  /// A document's diagnostics on request. What was sent for it before is told from it by an id.
  func diagnostic(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    let path = try path(of: parameters)
    checkNow(path)
    guard let checked = session.documents[path]?.checked else { return json(["kind": "full", "items": .array([])]) }
    let items = JSONValue.array(diagnostics(of: checked, path)[path] ?? [])
    let id = String(
      JSONWriter.text(of: items).utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 },
      radix: 16)
    guard parameters["previousResultId"]?.string != id else {
      return json(["kind": "unchanged", "resultId": .string(id)])
    }
    return json(["kind": "full", "resultId": .string(id), "items": items])
  }

  /// The diagnostics of a check by the paths of their files. Only the document's own text can have changed since.
  private func diagnostics(of checked: CheckedDocument, _ path: String) -> [String: [JSONValue]] {
    var texts = [path: checked.text]
    var byFile: [String: [JSONValue]] = [path: []]
    func known(_ file: String) -> Positions? {
      let text = texts[file] ?? self.text(ofFile: file)
      texts[file] = text
      return text.map { Positions(text: $0, encoding: client.encoding) }
    }
    let entries = checked.article.map { article in RecordEntries(of: article) { self.text(ofFile: $0)?.bytes } }
    var related = checked.article.flatMap { article in entries.map { RelatedPlaces(article, $0) } }
    for finding in checked.findings {
      let file = finding.range.path ?? path
      guard let positions = known(file) else { continue }
      let others = (related?.places(of: finding) ?? []).compactMap { place -> JSONValue? in
        guard let range = known(place.path)?.range(place.range) else { return nil }
        return json([
          "location": json(["uri": .string(uri(of: place.path)), "range": range]), "message": .string(place.message),
        ])
      }
      byFile[file, default: []].append(
        diagnostic(of: finding, range: positions.range(finding.range.offsets), related: others))
    }
    for notice in checked.notices {
      guard let positions = known(path) else { continue }
      let line = notice.path == path ? min(max(0, notice.line - 1), positions.text.lineCount - 1) : 0
      let message = notice.path == path ? notice.message : "\(notice.path):\(notice.line): \(notice.message)"
      byFile[path, default: []].append(
        json([
          "range": positions.range(positions.text.contents(ofLine: line)),
          "severity": .int(Self.severity(notice.severity)), "code": .string(notice.code), "source": "ibid",
          "message": .string(message),
        ]))
    }
    return byFile
  }

  private func diagnostic(of finding: Finding, range: JSONValue, related: [JSONValue]) -> JSONValue {
    json([
      "range": range, "severity": .int(Self.severity(finding.severity)), "code": .string(finding.rule),
      "codeDescription": rulePages.path(of: finding.rule).map { json(["href": .string(FileURI.uri(of: $0))]) },
      "source": "ibid", "message": .string(finding.message),
      "tags": Self.unnecessary.contains(finding.rule) ? .array([1]) : nil,
      "relatedInformation": related.isEmpty ? nil : .array(related),
      "data": finding.fingerprint.map { json(["fingerprint": .string($0)]) },
    ])
  }

  /// Rules whose findings stand at what could be left out.
  private static let unnecessary: Set<String> = ["note-without-marker"]

  private static func severity(_ severity: Severity) -> Int {
    switch severity {
    case .error: 1
    case .warning: 2
    case .info: 3
    }
  }
}
