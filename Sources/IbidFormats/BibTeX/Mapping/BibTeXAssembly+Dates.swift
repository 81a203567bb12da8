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
    let text = BibTeXValue.plain(raw)
    item[date: variable] = BibTeXDates.date(text) ?? BibTeXDates.year(text)
  }

  /// `date`, or else `year`, `month` and `day`.
  private mutating func setIssued() {
    if let raw = take(.date) {
      let text = BibTeXValue.plain(raw)
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
