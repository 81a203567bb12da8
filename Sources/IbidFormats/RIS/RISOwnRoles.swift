import IbidModel

/// The roles whose values a record of RIS was written with from the item's variables.
struct RISOwnRoles {
  private var roles: UInt64 = 0
  /// Roles that have more values than were written.
  private var cut: UInt64 = 0

  init() {}

  /// All roles that Ibid writes but those of these tags.
  init(allBut tags: some Sequence<RecordTag>) {
    for (tag, role) in RISField.written where !tags.contains(tag) { insert(role, isWhole: true) }
  }

  mutating func insert(_ role: FieldRole, isWhole: Bool) {
    let bit: UInt64 = 1 << UInt64(role.rawValue)
    roles |= bit
    if isWhole { cut &= ~bit } else { cut |= bit }
  }

  func contains(_ role: FieldRole) -> Bool { (roles & ~cut) & (1 << UInt64(role.rawValue)) != 0 }

  /// Whether the lines of these roles say a variable.
  func cover(_ variable: Variable, _ kind: WorkKind) -> Bool {
    switch variable {
    case .containerTitle: contains(.journal) || contains(.proceedings) || kind != .whole && contains(.secondTitle)
    case .collectionTitle: contains(.series) || kind == .whole && contains(.secondTitle)
    case .titleShort: contains(.shortTitle)
    case .DOI: contains(.DOI)
    case .edition, .version: contains(.edition)
    case .language: contains(.language)
    case .URL: contains(.URL)
    case .PMID: contains(.accession)
    case .PMCID: contains(.PMCID)
    case .note: contains(.note)
    case .keyword: contains(.keyword)
    // ISSN, ISBN, pages, numbers and genres hang together with others: reading anew tells.
    default: Self.plain[Int(variable.rawValue)].map(contains) ?? false
    }
  }

  /// Roles whose text a variable holds as it is.
  private static let plain = Variable.allCases.map { variable in FieldRole.allCases.first { $0.variable == variable } }

  /// Whether a tag's value is read together with others: dates, pages, serial numbers, numbers, genres.
  static func areReadTogether(_ tag: RecordTag) -> Bool {
    switch RISField.field(of: tag)?.role {
    case .type, .year, .date, .firstPage, .lastPage, .articleNumber, .serial, .number, .genre, .section: true
    default: false
    }
  }
}
