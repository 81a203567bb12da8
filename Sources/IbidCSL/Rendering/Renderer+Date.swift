import IbidModel

extension Renderer {
  /// `cs:date`.
  ///
  /// Source: CSL 1.0.2, «Date».
  mutating func render(_ date: DateElement) {
    guard let variable = date.variable, !substituted.contains(variable), let value = context.item[date: variable] else {
      return note(isFilled: false)
    }
    if context.comparesCites, variable == .accessed { return note(isFilled: true) }
    let start = runs.count
    if context.isSort, let parts = date.sortedParts {
      runs.append(.text(DateSortKey.text(value, parts)))
    } else if value.start == nil,
      let literal = value.literal ?? value.other.first(where: { $0.name == "raw" })?.value.text
    {
      // Styles print a date in two steps, the year and what is behind it: words stand in the place of the year.
      let parts = resolvedParts(of: date)
      if parts.isEmpty || parts.contains(where: { $0.name == .year }) {
        wrap(date.appearance) { RichTextParser.append(literal, to: &$0.runs) }
      }
    } else if let first = value.start {
      let parts = resolvedParts(of: date)
      let (appearance, delimiter) = resolvedFrame(of: date)
      wrap(appearance) { renderer in
        if let end = value.end, end != first {
          renderer.appendRange(first, end, parts, delimiter)
        } else {
          renderer.append(first, parts[...], delimiter)
        }
      }
    }
    note(isFilled: runs.count > start)
    if runs.count > start { markAsSubstituted([variable]) }
  }

  // MARK: The element and the locale

  /// The parts of the date: the style's own, or the locale's with what the style changes in them.
  private func resolvedParts(of date: DateElement) -> [DatePart] {
    guard let form = date.form else { return date.parts }
    let localized = prepared.locale.date(form)?.parts ?? []
    return localized.filter { date.shownParts.includes($0.name) }.map { part in
      guard let own = date.parts.first(where: { $0.name == part.name }) else { return part }
      var part = part
      part.form = own.form ?? part.form
      part.rangeDelimiter = own.rangeDelimiter ?? part.rangeDelimiter
      part.appearance.formatting =
        own.appearance.formatting.isEmpty ? part.appearance.formatting : own.appearance.formatting
      part.appearance.textCase = own.appearance.textCase ?? part.appearance.textCase
      part.appearance.stripsPeriods = own.appearance.stripsPeriods || part.appearance.stripsPeriods
      return part
    }
  }

  private func resolvedFrame(of date: DateElement) -> (Appearance, delimiter: String) {
    guard let form = date.form, let localized = prepared.locale.date(form) else {
      return (date.appearance, date.delimiter)
    }
    var appearance = date.appearance
    appearance.textCase = appearance.textCase ?? localized.appearance.textCase
    return (appearance, localized.delimiter)
  }

  // MARK: One date and ranges

  private mutating func append(_ date: CSLDate.Parts, _ parts: ArraySlice<DatePart>, _ delimiter: String) {
    let start = runs.count
    for part in parts {
      let before = runs.count
      if before > start, !delimiter.isEmpty { runs.append(.text(delimiter)) }
      let own = runs.count
      append(part, of: date)
      if runs.count == own { runs.removeSubrange(before...) }
    }
  }

  /// A range: what both ends share stands once, around what differs.
  private mutating func appendRange(
    _ first: CSLDate.Parts, _ last: CSLDate.Parts, _ parts: [DatePart], _ delimiter: String
  ) {
    let shown = parts.filter { first.has($0.name) || last.has($0.name) }
    let differing: DatePart.Name? =
      last.year == 0 || first.year != last.year
      ? .year
      : first.month != last.month || first.season != last.season ? .month : first.day != last.day ? .day : nil
    // Days of different months are different days, also where no month is shown.
    let largest = shown.lazy.map(\.name).filter { $0.rank <= differing?.rank ?? -1 }.max { $0.rank < $1.rank }
    guard let largest else { return append(first, parts[...], delimiter) }
    let between = shown.first { $0.name == largest }?.rangeDelimiter ?? "–"
    guard last.year != 0 else {
      append(first, withoutLastSuffix(shown[...]), delimiter)
      return runs.append(.text(between))
    }
    // Parts at or below the largest that differs stand on both sides.
    let twice = shown.indices.filter { shown[$0].name.rank <= largest.rank }
    guard let from = twice.first, let to = twice.last else { return append(first, parts[...], delimiter) }
    let start = runs.count
    append(first, shown[..<from], delimiter)
    if runs.count > start, !delimiter.isEmpty { runs.append(.text(delimiter)) }
    append(first, withoutLastSuffix(shown[from...to]), delimiter)
    runs.append(.text(between))
    append(last, withoutFirstPrefix(shown[from...to]), delimiter)
    if to + 1 < shown.count, !delimiter.isEmpty { runs.append(.text(delimiter)) }
    append(last, shown[(to + 1)...], delimiter)
  }

  private func withoutLastSuffix(_ parts: ArraySlice<DatePart>) -> ArraySlice<DatePart> {
    var parts = parts
    if !parts.isEmpty { parts[parts.endIndex - 1].appearance.suffix = "" }
    return parts
  }

  private func withoutFirstPrefix(_ parts: ArraySlice<DatePart>) -> ArraySlice<DatePart> {
    var parts = parts
    if !parts.isEmpty { parts[parts.startIndex].appearance.prefix = "" }
    return parts
  }

  // MARK: Parts

  private mutating func append(_ part: DatePart, of date: CSLDate.Parts) {
    switch part.name {
    case .year: appendYear(part, date)
    case .month:
      guard let text = month(part, date) else { return }
      wrap(part.appearance, isTerm: true) { $0.runs.append(.text(text)) }
    case .day:
      guard let text = day(part, date) else { return }
      wrap(part.appearance, isTerm: true) { $0.runs.append(.text(text)) }
    }
  }

  private mutating func appendYear(_ part: DatePart, _ date: CSLDate.Parts) {
    var text = String(abs(date.year))
    if part.form == .short, text.utf8.count == 4 {
      text = String(text.suffix(2))
    } else if date.year < 0 {
      text += prepared.locale.term("bc") ?? ""
    } else if date.year < 1000 {
      text += prepared.locale.term("ad") ?? ""
    }
    wrap(part.appearance) { renderer in
      renderer.runs.append(.open(.tag(.year)))
      renderer.runs.append(.text(text))
      if !renderer.prepared.placesYearSuffix, !renderer.hasYearSuffix { renderer.appendYearSuffix() }
      renderer.runs.append(.close)
    }
  }

  private func month(_ part: DatePart, _ date: CSLDate.Parts) -> String? {
    if let month = date.month {
      switch part.form {
      case .numeric: return String(month)
      case .numericLeadingZeros: return twoDigits(month)
      case .short: return prepared.locale.term("month-" + twoDigits(month), .short)
      default: return prepared.locale.term("month-" + twoDigits(month))
      }
    }
    guard let season = date.season else { return nil }
    return prepared.locale.term("season-0\(season)", part.form == .short ? .short : .long)
  }

  private func day(_ part: DatePart, _ date: CSLDate.Parts) -> String? {
    guard let day = date.day else { return nil }
    switch part.form {
    case .numericLeadingZeros: return twoDigits(day)
    case .ordinal:
      guard day == 1 || !prepared.locale.limitDayOrdinalsToDay1 else { return String(day) }
      let gender = date.month.flatMap { prepared.locale.gender(of: "month-" + twoDigits($0)) }
      return String(day) + prepared.locale.ordinalEnding(of: day, gender: gender)
    default: return String(day)
    }
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension DatePart.Name {
  /// Years are larger than months, months larger than days.
  fileprivate var rank: Int {
    switch self {
    case .year: 2
    case .month: 1
    case .day: 0
    }
  }
}

extension CSLDate.Parts {
  fileprivate func has(_ part: DatePart.Name) -> Bool {
    switch part {
    case .year: true
    case .month: month != nil || season != nil
    case .day: day != nil
    }
  }
}
