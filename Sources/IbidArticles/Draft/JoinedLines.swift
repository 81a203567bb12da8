import IbidText

/// Stretches of a file, a line each, as one text: with line feeds between them, and the way back to the file.
struct JoinedLines {
  private(set) var text: [UInt8] = []
  private(set) var map = SourceMap.identity

  init(_ pieces: [Range<Int>], of file: [UInt8]) {
    for piece in pieces {
      if !text.isEmpty { text.append(0x0A) }
      map.begin(text: text.count, source: piece.lowerBound)
      text += file[piece]
    }
  }
}
