import IbidModel
import IbidText
import IbidXML

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
  package static func bundled(_ name: String) -> LocaleFile? { bundledBytes(name).flatMap { try? parse($0) } }

  static func bundledBytes(_ name: String) -> [UInt8]? { Resource(named: "locales/locales-\(name).xml")?.bytes }

  /// Whether a locale says of itself that it was brought up to date on a later day than another one, which says so, too.
  static func isUpdated(_ one: [UInt8], after other: [UInt8]) -> Bool {
    guard let first = day(of: one), let second = day(of: other) else { return false }
    return second.lexicographicallyPrecedes(first)
  }

  /// The day of `cs:updated`, as in `2026-01-10`, whose order is that of its bytes.
  private static func day(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let head = Array(bytes.prefix(8192))
    let mark: StaticString = "<updated>"
    guard let start = head.firstOffset(of: mark) else { return nil }
    let day = head[(start + mark.utf8CodeUnitCount)...].prefix(10)
    return day.count == 10 ? day : nil
  }
}
