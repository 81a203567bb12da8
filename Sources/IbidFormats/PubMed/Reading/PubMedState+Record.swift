import IbidModel
import IbidScan

/// What becomes of a record once it is read.
extension PubMedState {
  mutating func finishDeletion() {
    for index in 0..<notes.entries.count where notes.entries[index].field == .deleted {
      batch.deleted.append(notes.string(notes.entries[index]))
    }
  }

  mutating func finishRecord() {
    batch.seen += 1
    var assembly = PubMedAssembly()
    swap(&assembly.notes, &notes)
    assembly.assemble()
    // They may have grown by what the assembly added.
    swap(&assembly.notes, &notes)
    let line = self.line + recordLine - 1
    let pmid = assembly.item[.PMID] ?? ""
    if pmid.isEmpty, assembly.item[.title] == nil {
      batch.rejected += 1
      report(.rejected, line, nil, "the record has neither PMID nor title")
    } else {
      if undefinedEntities > 0 {
        assembly.remarks.append("\(undefinedEntities) undefined entities (&name;) are kept as they are spelled")
      }
      for remark in assembly.remarks { report(.kept, line, pmid, remark) }
      batch.records.append(PubMedRecord(item: assembly.item, pmid: pmid, version: assembly.version, line: line))
    }
  }

  private mutating func report(_ outcome: RecordProblem.Outcome, _ line: Int, _ record: String?, _ message: String) {
    batch.problems.append(
      RecordProblem(
        outcome: outcome, path: path, line: line, record: record?.isEmpty == true ? nil : record, message: message))
  }
}
