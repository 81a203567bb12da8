import IbidModel

extension BlockText {
  /// A Markdown text, cut into blocks as a whole or part by part; links are defined for all of its parts.
  static func markdown(_ bytes: [UInt8], _ parts: [MarkdownBlocks], title: String?) -> BlockText {
    var definitions = MarkdownDefinitions()
    for part in parts {
      definitions.add(part.definitions)
      for note in part.footnotes where bytes[note.label].first == UInt8(ascii: "#") {
        definitions.addWork(String(decoding: bytes[note.label], as: UTF8.self))
      }
    }
    let known = definitions
    return BlockText(
      bytes: bytes, blocks: parts.flatMap(\.blocks),
      notes: parts.flatMap(\.footnotes).map { note in
        BlockNote(label: String(decoding: bytes[note.label], as: UTF8.self), start: note.start, blocks: note.blocks)
      },
      title: title
    ) { pieces, writer in
      MarkdownInline.append(pieces, of: bytes, definitions: known, to: &writer)
    }
  }
}
