import IbidModel

/// Headings under which notes and references stand.
enum NoteHeading {
  /// Whether the words of a heading announce a list of notes: «References», «7. Works cited», «Notes:».
  static func announcesNotes(_ bytes: [UInt8], _ heading: Range<Int>) -> Bool {
    guard heading.count <= 60 else { return false }
    var words: [UInt8] = []
    for index in heading {
      let byte = bytes[index]
      if byte.isASCIILetter {
        words.append(byte | 0x20)
      } else if byte == 0x20 || byte == UInt8(ascii: "&") {
        words.append(byte)
      } else if byte >= 0x80 {
        return false
      }
    }
    return names.contains(String(decoding: words.trimmedASCII, as: UTF8.self))
  }

  private static let names: Set<String> = [
    "references", "reference", "reference list", "list of references", "references cited", "cited references",
    "references and notes", "notes and references", "references & notes", "notes & references",
    "bibliography", "works cited", "literature cited", "literature", "cited literature", "sources", "citations",
    "notes", "footnotes", "endnotes", "end notes", "foot notes", "notes and citations", "further references",
    "sources and notes", "notes and sources", "bibliographic references", "selected references",
  ]
}
