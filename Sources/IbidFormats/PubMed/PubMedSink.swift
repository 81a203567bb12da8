import IbidModel

/// Takes finished records out of a callback's state.
struct PubMedSink {
  var records: [PubMedRecord] = []
  var deleted: [String] = []
  var problems: [RecordProblem] = []
  var seen = 0
  var rejected = 0
  let path: String
  /// The first entry of each field of the record.
  let first = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
  var line = 1

  init(path: String) { self.path = path }

  func free() { first.deallocate() }

  /// How much of everything there is.
  struct Counts: Equatable {
    var records, deleted, problems, seen, rejected: Int
  }

  var counts: Counts {
    Counts(
      records: records.count, deleted: deleted.count, problems: problems.count, seen: seen, rejected: rejected)
  }

  /// Takes out what came since.
  mutating func forget(since counts: Counts) {
    records.removeSubrange(counts.records...)
    deleted.removeSubrange(counts.deleted...)
    problems.removeSubrange(counts.problems...)
    seen = counts.seen
    rejected = counts.rejected
  }

  mutating func finishDeletion(_ state: inout PubMedState) {
    for index in 0..<state.entries.count where state.entries[index].field == .deleted {
      deleted.append(state.string(state.entries[index]))
    }
  }

  mutating func finishRecord(_ state: inout PubMedState) {
    seen += 1
    var assembly = PubMedAssembly(state: state, first: first)
    assembly.assemble()
    let line = self.line + state.recordLine - 1
    let pmid = assembly.item[.PMID] ?? ""
    if pmid.isEmpty, assembly.item[.title] == nil {
      rejected += 1
      report(.rejected, line, nil, "the record has neither PMID nor title")
    } else {
      if state.undefinedEntities > 0 {
        assembly.remarks.append("\(state.undefinedEntities) undefined entities (&name;) are kept as they are spelled")
      }
      for remark in assembly.remarks { report(.kept, line, pmid, remark) }
      records.append(PubMedRecord(item: assembly.item, pmid: pmid, version: assembly.version, line: line))
    }
    // They may have grown by what the assembly added.
    state.facts = assembly.state.facts
    state.texts = assembly.state.texts
  }

  private mutating func report(_ outcome: RecordProblem.Outcome, _ line: Int, _ record: String?, _ message: String) {
    problems.append(
      RecordProblem(
        outcome: outcome, path: path, line: line, record: record?.isEmpty == true ? nil : record, message: message))
  }
}

extension PubMedState {
  /// An entry's text.
  @inline(__always)
  func string(_ entry: Entry) -> String {
    let bytes = bytes(entry)
    guard entry.isEscaped, RecordScanner.index(of: UInt8(ascii: "\\"), in: bytes, from: 0) != nil else {
      return UTF8Check.string(bytes)
    }
    return JSONText.unescaped(bytes)
  }

  /// What `body` makes of an entry's bytes, which are escaped no more.
  func withPlainBytes<Result>(_ entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard entry.isEscaped else { return body(bytes(entry)) }
    var string = string(entry)
    return string.withUTF8(body)
  }

  /// One String of what `body` appends to ``texts``.
  mutating func collected(_ body: (inout PubMedState) -> Void) -> String {
    let start = texts.count
    body(&self)
    defer { texts.count = start }
    return UTF8Check.string(texts.slice(start, texts.count - start))
  }

  /// Appends an entry's text to ``texts``.
  mutating func copy(_ entry: Entry) {
    texts.reserve(Int(entry.count))
    var texts = texts
    withPlainBytes(entry) { plain in
      if let start = plain.baseAddress { texts.append(start, plain.count) }
    }
    self.texts = texts
  }

  /// An entry's bytes, which may be escaped for JSON.
  @inline(__always)
  func bytes(_ entry: Entry) -> UnsafeBufferPointer<UInt8> {
    (entry.isEscaped ? facts : texts).slice(Int(entry.start), Int(entry.count))
  }
}

/// Text as this reader escapes it.
enum JSONText {
  /// The text of a JSON string that holds no escapes but `\"`, `\\` and `\u007f`.
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\"), index < bytes.count {
        byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "u") {
          byte = 0x7F
          index += 4
        }
      }
      plain.append(byte)
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
