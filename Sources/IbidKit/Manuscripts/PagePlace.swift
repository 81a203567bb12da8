/// A place in a page to which links lead, as it goes through the reading of Markdown, which knows none.
enum PagePlace {
  /// No text has these.
  private static let opening = Unicode.Scalar(0xFDD2 as UInt32) ?? "\0"
  private static let closing = Unicode.Scalar(0xFDD3 as UInt32) ?? "\0"

  /// What stands in the Markdown for the place of this name, which holds nothing that HTML escapes.
  static func mark(_ name: String) -> String { "\(opening)\(name)\(closing)" }

  /// The page with its places.
  static func filled(_ html: String) -> String {
    guard html.unicodeScalars.contains(opening) else { return html }
    var result = String.UnicodeScalarView()
    for scalar in html.unicodeScalars {
      switch scalar {
      case opening: result.append(contentsOf: "<span id=\"".unicodeScalars)
      case closing: result.append(contentsOf: "\"></span>".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
