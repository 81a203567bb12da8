import IbidModel

/// Lists of names in one cell.
enum TableNames {
  /// The names between semicolons, without numbers behind them; where there is none, between commas, if each piece is a
  /// family name and initials; else the cell is one name.
  static func names(in bytes: [UInt8]) -> [[UInt8]] {
    guard bytes.first != UInt8(ascii: "[") else { return [] }
    if bytes.contains(UInt8(ascii: ";")) {
      return bytes.split(separator: UInt8(ascii: ";")).map { withoutNumber($0.trimmedASCII) }.filter { !$0.isEmpty }
    }
    // PubMed ends the list with a full stop.
    let stops = bytes.count { $0 == UInt8(ascii: ".") }
    let bytes = bytes.last == UInt8(ascii: ".") && stops == 1 ? bytes.dropLast().trimmedASCII : bytes
    if isList(bytes[...]) { return bytes.split(separator: UInt8(ascii: ",")).map(\.trimmedASCII) }
    return [withoutNumber(bytes)]
  }

  private static func isList(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains(UInt8(ascii: ","))
      && bytes.split(separator: UInt8(ascii: ",")).allSatisfy { piece in
        let name = TaggedName.name(String(decoding: piece.trimmedASCII, as: UTF8.self)).name
        return name.given != nil || name.literal != nil
      }
  }

  /// `Ostby, Wera J. (57200000)` without Scopus' number.
  private static func withoutNumber(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.last == UInt8(ascii: ")"), let open = bytes.lastIndex(of: UInt8(ascii: "(")),
      bytes[(open + 1)..<(bytes.count - 1)].allSatisfy(\.isASCIIDigit)
    else { return bytes }
    return bytes[..<open].trimmedASCII
  }
}
