import IbidKit
import IbidModel
import IbidSession

/// Quick fixes, and renaming.
extension LanguageServer {
  func codeActions(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard client.hasLiteralActions, let view = try view(parameters, isFresh: true) else { return .array([]) }
    let stretch = try view.positions.offsets(parameters["range"])
    let wanted = parameters.at("context", "only")?.elements.compactMap(\.string)
    let given = parameters.at("context", "diagnostics")?.elements ?? []
    return .array(
      session.quickFixes(in: view.path, stretch).compactMap { fix in
        let kind = fix.finding == nil ? "refactor.rewrite" : "quickfix"
        if let wanted, !wanted.contains(where: { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty }) { return nil }
        let mended = given.filter { $0.at("data", "fingerprint")?.string == fix.finding && fix.finding != nil }
        return json([
          "title": .string(fix.title), "kind": .string(kind), "diagnostics": mended.isEmpty ? nil : .array(mended),
          "isPreferred": fix.isPreferred ? true : nil, "edit": workspaceEdit([view.path: fix.edits]),
        ])
      })
  }

  func prepareRename(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters, isFresh: true), let article = view.checked.article else { return .null }
    let places = ArticlePlaces(article, view.checked.text)
    guard let (target, range) = places.target(at: try view.checkedOffset(parameters["position"])) else { return .null }
    return json(["range": view.range(range), "placeholder": .string(Self.name(of: target))])
  }

  func rename(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters, isFresh: true), let article = view.checked.article,
      let entries = entries(of: view), let name = parameters["newName"]?.string
    else { return .null }
    let places = ArticlePlaces(article, view.checked.text)
    guard let (target, _) = places.target(at: try view.checkedOffset(parameters["position"])) else {
      throw RequestError(ErrorCode.requestFailed, "there is no key and no note's label here")
    }
    do throws(Renaming.Refused) {
      return workspaceEdit(try Renaming(article, view.checked.text, entries).edits(of: target, to: name))
    } catch {
      throw RequestError(ErrorCode.requestFailed, error.reason)
    }
  }

  private static func name(of target: Marker.Target) -> String {
    switch target {
    case .key(let name), .note(let name): name
    }
  }
}
