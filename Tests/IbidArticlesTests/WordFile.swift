import IbidModel

/// Makes Word documents for tests: a ZIP file of stored parts.
enum WordFile {
  /// A package with these parts.
  static func package(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let contents = Array(part.text.utf8)
      let name = Array(part.name.utf8)
      let sizes = number(checksum(contents), 4) + number(contents.count, 4) + number(contents.count, 4)
      let header = number(20, 2) + number(0, 8) + sizes + number(name.count, 2) + number(0, 2)
      directory += number(0x0201_4B50, 4) + number(20, 2) + header + number(0, 10) + number(file.count, 4) + name
      file += number(0x0403_4B50, 4) + header + name + contents
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
    return file + directory + end
  }

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

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
