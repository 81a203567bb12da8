internal import IbidModel
internal import IbidStore

/// What records may ask of a library, as one statement.
struct WantedWorks {
  /// What a row of the statement tells, its first column.
  enum Answer: Int {
    /// A work has the identifier, or the title, of this place.
    case identifier = 1
    case title = 2
    /// A key is given.
    case key = 3
    /// All keys are told that are made of the one of this place and letters.
    case free = 4
    /// A work's row, without its record.
    case row = 5
  }

  private(set) var identifiers: [Identifier] = []
  private(set) var titles: [Int64] = []
  /// Keys, folded.
  private(set) var keys: [String] = []
  /// Folded keys that a work will be given, with letters behind them, where it is new.
  private(set) var stems: [String] = []
  private(set) var lookUps: Set<WorkLookUp> = []
  /// Which record asks for it, counted.
  private var owners: (identifiers: [Int64], titles: [Int64], stems: [Int64]) = ([], [], [])
  private var knownStems: Set<String> = []
  private var record: Int64 = 0

  /// Adds what one record may ask for; its key will be made of the stem.
  mutating func add(_ lookUps: [WorkLookUp], stem: String?) {
    record += 1
    for lookUp in lookUps where self.lookUps.insert(lookUp).inserted {
      switch lookUp {
      case .identifier(let identifier):
        identifiers.append(identifier)
        owners.identifiers.append(record)
      case .title(let title):
        titles.append(title)
        owners.titles.append(record)
      case .key(let key): keys.append(GivenKey.folded(key))
      }
    }
    if let stem = stem.map(GivenKey.folded), knownStems.insert(stem).inserted {
      stems.append(stem)
      owners.stems.append(record)
    }
  }

  /// The statement's parameters.
  var values: [PostgresValue] {
    [
      .texts(identifiers.map(\.kind.rawValue)), .texts(identifiers.map(\.value)), .numbers(owners.identifiers),
      .numbers(titles), .numbers(owners.titles), .texts(keys), .texts(stems), .numbers(owners.stems),
    ]
  }

  /// Of one identifier or title no more works than these are looked at.
  private static let most = 16

  /// A key and all those with letters behind it lie between the key and the key with `{`, which follows `z`.
  static let sql = """
    WITH found AS MATERIALIZED (
      SELECT 1 AS answer, w.place, w.owner, i.item
      FROM unnest($1::text[], $2::text[], $3::int8[]) WITH ORDINALITY AS w (kind, value, owner, place)
      CROSS JOIN LATERAL (
        SELECT item FROM identifier WHERE kind = w.kind AND value = w.value ORDER BY item LIMIT \(most)) AS i
      UNION ALL
      SELECT 2, w.place, w.owner, t.item
      FROM unnest($4::int8[], $5::int8[]) WITH ORDINALITY AS w (hash, owner, place)
      CROSS JOIN LATERAL (SELECT item FROM title WHERE hash = w.hash ORDER BY item LIMIT \(most)) AS t
    ), given AS MATERIALIZED (
      SELECT g.item, g.key, g.title FROM unnest($6::text[]) AS w (folded) JOIN given_key AS g USING (folded)
    ), free AS MATERIALIZED (
      SELECT w.stem, w.place FROM unnest($7::text[], $8::int8[]) WITH ORDINALITY AS w (stem, owner, place)
      WHERE w.owner NOT IN (SELECT owner FROM found)
    )
    SELECT answer, place, item, '', 0, 0, '', 0 FROM found
    UNION ALL SELECT 3, 0, item, key, 0, 0, '', title FROM given
    UNION ALL SELECT 4, place, 0, '', 0, 0, '', 0 FROM free
    UNION ALL SELECT 3, 0, g.item, g.key, 0, 0, '', g.title FROM free CROSS JOIN LATERAL (
      SELECT item, key, title FROM given_key WHERE folded >= free.stem AND folded < free.stem || '{') AS g
    UNION ALL SELECT 5, 0, number, key, kind, source, about, digest FROM item
      WHERE number IN (SELECT item FROM found UNION SELECT item FROM given)
    """
}
