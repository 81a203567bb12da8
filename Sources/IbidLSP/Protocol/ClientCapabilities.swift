import IbidModel
import IbidSession

/// What a client can do, as far as it makes a difference.
///
/// Source: Language Server Protocol 3.17, «Initialize».
struct ClientCapabilities {
  /// What columns are counted in: UTF-8 where the client offers it.
  var encoding = PositionEncoding.utf16
  /// Whether diagnostics are asked for, and not sent.
  var pullsDiagnostics = false
  var refreshesDiagnostics = false
  /// Whether hovers are shown in Markdown.
  var showsMarkdown = false
  /// Whether what is said of a completion is.
  var documentsInMarkdown = false
  var hasSymbolTree = false
  var linksDefinitions = false
  var hasLiteralActions = false
  /// Whether an item's edits may come when it is resolved.
  var resolvesEdits = false
  var versionsEdits = false
  var appliesEdits = false
  var watchesFiles = false
  var showsProgress = false

  init() {}

  init(_ all: JSONValue) {
    if all.at("general", "positionEncodings")?.elements.contains("utf-8") == true { encoding = .utf8 }
    let document = all["textDocument"]
    pullsDiagnostics = document?["diagnostic"] != nil
    refreshesDiagnostics = all.at("workspace", "diagnostics", "refreshSupport")?.isTrue ?? false
    showsMarkdown = document?.at("hover", "contentFormat")?.elements.contains("markdown") ?? false
    documentsInMarkdown =
      document?.at("completion", "completionItem", "documentationFormat")?.elements.contains("markdown") ?? false
    hasSymbolTree = document?.at("documentSymbol", "hierarchicalDocumentSymbolSupport")?.isTrue ?? false
    linksDefinitions = document?.at("definition", "linkSupport")?.isTrue ?? false
    hasLiteralActions = document?.at("codeAction", "codeActionLiteralSupport") != nil
    resolvesEdits =
      document?.at("completion", "completionItem", "resolveSupport", "properties")?.elements
      .contains("additionalTextEdits") ?? false
    versionsEdits = all.at("workspace", "workspaceEdit", "documentChanges")?.isTrue ?? false
    appliesEdits = all.at("workspace", "applyEdit")?.isTrue ?? false
    watchesFiles = all.at("workspace", "didChangeWatchedFiles", "dynamicRegistration")?.isTrue ?? false
    showsProgress = all.at("window", "workDoneProgress")?.isTrue ?? false
  }
}
