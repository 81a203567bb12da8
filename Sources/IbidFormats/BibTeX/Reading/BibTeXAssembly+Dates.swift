import IbidModel

extension BibTeXAssembly {
  mutating func setDates() {
    setIssued()
    set(.accessed, .urldate)
    set(.eventDate, .eventdate)
    set(.originalDate, .origdate)
  }

  private mutating func set(_ variable: Variable, _ name: BibTeXFieldName) {
    guard let raw = take(name) else { return }
    let text = Self.dateText(raw)
    item[date: variable] = BibTeXDates.date(text) ?? BibTeXDates.year(text)
  }

  /// `date`, or else `year`, `month` and `day`.
  private mutating func setIssued() {
    if let raw = take(.date) {
      let text = Self.dateText(raw)
      if let date = BibTeXDates.date(text) {
        item[date: .issued] = date
        // What the parts say beside the date is said once.
        if take(.year).map(BibTeXValue.plain) != date.year.map(String.init) { giveBack(.year) }
        return
      }
      faults.append("the date “\(text)” is none of EDTF's; it is kept in words")
      item[date: .issued] = BibTeXDates.year(text)
      return
    }
    guard let raw = take(.year), var date = BibTeXDates.year(BibTeXValue.plain(raw)) else { return }
    if let raw = take(.month) {
      let month = BibTeXValue.plain(raw)
      let before = date
      if !BibTeXDates.add(month: month, to: &date) {
        if date == before || date.start == nil { faults.append("the month “\(month)” is not understood") }
        giveBack(.month)
      }
      if date.start?.month != nil, date.start?.day == nil, date.end == nil, let raw = take(.day) {
        setDay(BibTeXValue.plain(raw), of: &date)
      }
    }
    item[date: .issued] = date
  }

  /// The tie of LaTeX's is EDTF's sign of doubt.
  private static func dateText(_ raw: ArraySlice<UInt8>) -> String {
    guard raw.contains(where: { $0 == 0x5C || $0 == 0x7B }) else {
      return String(decoding: raw.trimmedASCII, as: UTF8.self)
    }
    return BibTeXValue.plain(raw).split(separator: "\u{A0}", omittingEmptySubsequences: false).joined(separator: "~")
  }

  private mutating func setDay(_ text: String, of date: inout CSLDate) {
    let ends = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
    guard let start = date.start, let day = ends.first, (1...31).contains(day), ends.count <= 2 else {
      giveBack(.day)
      return
    }
    date.start?.day = day
    if ends.count == 2 { date.end = .init(year: start.year, month: start.month, day: ends[1]) }
    date = BibTeXDates.validated(date)
  }
}
