import IbidXML
import IbidText

/// A parsed locale file, before a style's own terms are laid over it.
package struct LocaleFile: Sendable {
  var element: LocaleElement

  /// Parses a locale file.
  ///
  /// - Throws: `CSLError` where the bytes are no XML or no locale.
  package static func parse(_ bytes: [UInt8]) throws(CSLError) -> LocaleFile {
    LocaleFile(element: try LocaleParser.parse(try XMLTree(style: bytes)))
  }

  /// The bundled locale of exactly this name, as in `en-GB`; nil where none is.
  package static func bundled(_ name: String) -> LocaleFile? {
    Resource(named: "locales/locales-\(name).xml").flatMap { try? parse($0.bytes) }
  }
}
