/// How a cite stands to earlier cites.
///
/// Source: CSL 1.0.2, «Locators» and «Position».
package enum CitePosition: String, Sendable {
  case first, subsequent, ibid
  case ibidWithLocator = "ibid-with-locator"
  case nearNote = "near-note"
}
