import IbidKit
import Testing

struct ProgressBarTests {
  @Test(
    "Shows bytes, records, their rate, and the time that is left where the size is known",
    arguments: [
      (
        ReadingProgress(bytes: 53_000_000, size: 212_000_000, records: 7500), 3.0,
        "all.xml [#####...............] 25 %, 53 of 212 MB, 7,500 records, 2,500/s, 9 s left"
      ),
      (
        ReadingProgress(bytes: 1_000_000, size: 1_000_000_000, records: 100), 10.0,
        "all.xml [....................] 0 %, 1 of 1,000 MB, 100 records, 10/s, 2:46:30 left"
      ),
      (
        ReadingProgress(bytes: 10, size: 5, records: 1), 1.0,
        "all.xml [####################] 100 %, 0 of 0 MB, 1 records, 1/s, 0 s left"
      ),
      (
        ReadingProgress(records: 250, recordCount: 1000), 5.0,
        "all.xml [#####...............] 25 %, 250 of 1,000 records, 50/s, 15 s left"
      ),
      (
        ReadingProgress(records: 1, recordCount: 2), 59.0,
        "all.xml [##########..........] 50 %, 1 of 2 records, 0/s, 59 s left"
      ),
      (
        ReadingProgress(records: 1, recordCount: 2), 60.0,
        "all.xml [##########..........] 50 %, 1 of 2 records, 0/s, 1:00 left"
      ),
      (
        ReadingProgress(records: 1, recordCount: 2), 70.0,
        "all.xml [##########..........] 50 %, 1 of 2 records, 0/s, 1:10 left"
      ),
      (
        ReadingProgress(records: 1, recordCount: 2), 3599.0,
        "all.xml [##########..........] 50 %, 1 of 2 records, 0/s, 59:59 left"
      ),
      (
        ReadingProgress(records: 0, recordCount: 1), 1.0,
        "all.xml [....................] 0 %, 0 of 1 records, 0/s"
      ),
      (ReadingProgress(bytes: 0, size: 1), 1.0, "all.xml [....................] 0 %, 0 of 0 MB, 0 records, 0/s"),
      (
        ReadingProgress(records: 1, recordCount: 2), 3600.0,
        "all.xml [##########..........] 50 %, 1 of 2 records, 0/s, 1:00:00 left"
      ),
      (ReadingProgress(recordCount: 0), 1.0, "all.xml 0 MB, 0 records, 0/s"),
      (ReadingProgress(bytes: 2_400_000, size: nil, records: 999), 2.0, "all.xml 2 MB, 999 records, 500/s"),
      (ReadingProgress(), 0.0, "all.xml 0 MB, 0 records"),
    ])
  func shows(progress: ReadingProgress, seconds: Double, line: String) {
    #expect(ProgressBar("folder/all.xml", progress, seconds: seconds).text == line)
  }

  @Test("A file's name sends the terminal no commands, and is shortened")
  func nameIsPlain() {
    #expect(ProgressBar("a\u{1B}[2Jb", ReadingProgress(), seconds: 0).text.hasPrefix("a [2Jb 0 MB"))
    let long = String(repeating: "x", count: 300) + ".xml.gz"
    #expect(ProgressBar(long, ReadingProgress(), seconds: 0).text.hasPrefix("xxxxxxxxxxx…xxxxx.xml.gz 0 MB"))
  }
}
