import IbidModel

/// The tags of RIS: what each says, and in which order Ibid writes those that it writes.
///
/// Source: Research Information Systems, «RIS Format Specifications» (2011); EndNote's RIS filter; what Ovid, Embase,
/// Scopus, Web of Science, ProQuest, EBSCO, Dimensions, Zotero, Mendeley and Rayyan write.
struct RISField {
  /// What the tag says.
  var role: FieldRole
  /// Its place among the tags as Ibid writes them; nil for a tag that Ibid does not write of itself.
  var rank: Int?

  /// The row of a tag; nil for one that RIS does not have.
  static func field(of tag: RecordTag) -> RISField? {
    guard let index = index(of: tag) else { return nil }
    return table[index]
  }

  static let type = RecordTag("TY")
  static let end = RecordTag("ER")

  /// Tags in the order in which Ibid writes them. What no variable holds follows them, and the key comes last.
  static let written: [(tag: RecordTag, role: FieldRole)] = ownTags.map { (RecordTag($0.tag), $0.role) }

  private static let ownTags: [(tag: StaticString, role: FieldRole)] = [
    ("TI", .title), ("ST", .shortTitle), ("AU", .author), ("A2", .editor), ("A3", .seriesEditor), ("A4", .translator),
    ("T2", .secondTitle), ("C3", .proceedings), ("T3", .series), ("AB", .abstract), ("DA", .date), ("PY", .year),
    ("Y2", .accessed), ("CY", .place), ("PB", .publisher), ("DO", .DOI), ("ET", .edition), ("VL", .volume),
    ("IS", .issue), ("SP", .firstPage), ("EP", .lastPage), ("C7", .articleNumber), ("M1", .number),
    ("NV", .numberOfVolumes), ("SE", .section), ("J2", .containerShort), ("LA", .language), ("M3", .genre),
    ("SN", .serial), ("UR", .URL), ("DB", .database), ("CN", .callNumber), ("AN", .accession), ("C2", .PMCID),
    ("N1", .note), ("RN", .researchNote), ("KW", .keyword), ("ID", .citationKey),
  ]

  /// Where tags that no variable holds stand among those that Ibid writes: before the key.
  static let rankOfKept = written.count - 1

  private static let others: [(tags: String, role: FieldRole)] = [
    ("TY", .type), ("T1 CT", .title), ("A1", .author), ("ED", .editor), ("JF JO JT", .journal), ("BT", .secondTitle),
    ("JA J1 JI", .containerShort), ("N2", .abstract), ("Y1", .year), ("PU", .publisher), ("PI", .place), ("DI", .DOI),
    ("VO", .volume), ("CP", .issue), ("LK", .URL), ("BN", .serial), ("U1 U2 U3 U4 U5 PM", .labelledNumber),
    ("C5", .PMCID),
    ("A5 AD AI C1 C4 C6 C8 CA DP FX J9 L1 L2 L3 L4 LB M2 NL OP PA RI RP SO SR TA TT WE AV CL CR", .kept),
  ]

  private static let table: [RISField?] = {
    var table = [RISField?](repeating: nil, count: 36 * 36)
    for (tags, role) in others {
      for tag in tags.split(separator: " ") {
        if let index = RecordTag(named: tag).flatMap(index) { table[index] = RISField(role: role, rank: nil) }
      }
    }
    for (rank, field) in written.enumerated() {
      if let index = index(of: field.tag) { table[index] = RISField(role: field.role, rank: rank) }
    }
    return table
  }()

  private static func index(of tag: RecordTag) -> Int? {
    guard let first = digit(tag.first), let second = digit(tag.second) else { return nil }
    return first * 36 + second
  }

  /// A letter or digit as a digit of base 36.
  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte) - 48
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte) - 55
    default: nil
    }
  }
}
