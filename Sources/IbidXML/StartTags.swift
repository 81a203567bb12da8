/// The start tags of a document, looked at before it is parsed: a tag's attributes cost the square of their count.
enum StartTags {
  /// What is wrong where a tag is longer than ``XMLParser/longestStartTag``; nil where none is.
  ///
  /// What stands in a comment, an instruction or CDATA is no tag. Of a document that is no XML any stretch may count
  /// as one.
  static func tooLong(in document: [UInt8]) -> XMLFailure? {
    guard document.count > XMLParser.longestStartTag else { return nil }
    var index = 0
    while let start = document[index...].firstIndex(of: UInt8(ascii: "<")) {
      let end = end(of: start, in: document)
      if !isPassedOver(start, in: document), end - start > XMLParser.longestStartTag {
        let line = 1 + document[..<start].count { $0 == 0x0A }
        return XMLFailure(
          message: "a tag of more than \(XMLParser.longestStartTag) bytes", line: line, offset: start)
      }
      index = end
    }
    return nil
  }

  private static func isPassedOver(_ start: Int, in document: [UInt8]) -> Bool {
    start + 1 < document.count && (document[start + 1] == UInt8(ascii: "!") || document[start + 1] == UInt8(ascii: "?"))
  }

  /// The offset behind the tag, comment, instruction or CDATA that starts here.
  private static func end(of start: Int, in document: [UInt8]) -> Int {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where document[start...].starts(with: opening.utf8) {
      return offset(behind: closing, from: start + opening.utf8.count, in: document)
    }
    var quote: UInt8?
    for index in start..<document.count {
      let byte = document[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return document.count
  }

  private static func offset(behind word: String, from start: Int, in document: [UInt8]) -> Int {
    var index = start
    while index + word.utf8.count <= document.count {
      if document[index...].starts(with: word.utf8) { return index + word.utf8.count }
      index += 1
    }
    return document.count
  }
}
