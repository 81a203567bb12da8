import IbidModel
import TestSupport

/// Makes Word documents for tests: a ZIP file of stored parts.
enum WordFile {
  /// A package with these parts.
  static func package(_ parts: [(name: String, text: String)]) -> [UInt8] { DocxFile.package(parts) }

  /// A document with this body, and further parts.
  static func document(_ body: String, _ parts: [(name: String, text: String)] = []) -> [UInt8] {
    package([("word/document.xml", "<w:document><w:body>\(body)</w:body></w:document>")] + parts)
  }

  /// A paragraph of runs.
  static func paragraph(_ runs: String..., style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(runs.joined())</w:p>"
  }

  /// A run of text.
  static func run(_ text: String, isRaised: Bool = false) -> String {
    let properties = isRaised ? "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>" : ""
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  /// A field with its result.
  static func field(_ instruction: String, _ result: String, isRaised: Bool = false, data: String = "") -> String {
    "<w:r><w:fldChar w:fldCharType=\"begin\"><w:fldData>\(data)</w:fldData></w:fldChar></w:r>"
      + "<w:r><w:instrText>\(escaped(instruction))</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
      + run(result, isRaised: isRaised) + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
