import IbidModel

extension BibTeXLint {
  /// What the reader mends: braces, quotation marks, commas, text that is no field.
  ///
  /// - Returns: whether fields may be missing for it.
  @discardableResult
  mutating func lookAtSyntax(of entry: Entry) -> Bool {
    let faults = entry.block.faults
    let places = entry.places
    if let early = faults.first(where: { $0.kind == .closedEarly }) {
      tell("unbalanced-braces", at: early.place..<early.place + 1, "this brace closes the entry, and fields follow it")
      return true
    }
    var isDamaged = false
    if let open = unclosedValue(of: entry) {
      tell("unbalanced-braces", at: open..<open + 1, "what is opened here is not closed before the next field")
      return true
    }
    if let quote = places.innerQuotes.first {
      tellQuote(quote, of: entry)
      isDamaged = true
    } else if !faults.contains(where: { $0.kind == .cutOff || $0.kind == .unclosedValue }) {
      for field in places.fields { isDamaged = lookAtBraces(of: field, places) || isDamaged }
    }
    var strays: [Int] = []
    let isCutOff = faults.contains { $0.kind == .cutOff }
    for fault in faults {
      switch fault.kind {
      case .cutOff, .unclosedValue:
        let end = bytes.endOfTextASCII(entry.start..<bytes.count)
        tell("cut-off", at: end - 1..<end, "the file ends inside of \(name(of: entry))")
        isDamaged = true
      case .notClosed:
        let end = max(entry.start + 1, places.fields.last?.end ?? places.key.upperBound)
        tell("unbalanced-braces", at: end - 1..<end, "\(name(of: entry)) is not closed before the next one")
        isDamaged = true
      case .strayByte, .noEquals, .noValue:
        if isCutOff { continue }
        if let end = places.fields.last(where: { $0.end <= fault.place })?.end, closesTooOften(fault.place) {
          tell("unbalanced-braces", at: end - 1..<end, "this brace closes the value, and text follows it")
          return true
        }
        if strays.isEmpty, places.innerQuotes.isEmpty {
          tell("stray-text", at: fault.place..<fault.place + 1, "neither a field nor the entry’s end stands here")
        }
        strays.append(fault.place)
        isDamaged = true
      case .closedEarly, .missingComma, .other: break
      }
    }
    guard places.innerQuotes.isEmpty else { return isDamaged }
    for fault in faults where fault.kind == .missingComma && !strays.contains(fault.place) {
      let end = places.fields.last { $0.end <= fault.place }?.end ?? places.key.upperBound
      tell(
        "missing-comma", at: max(0, end - 1)..<end, "no comma stands behind this",
        fix: .init(range: end..<end, text: [UInt8(ascii: ",")]))
    }
    return isDamaged
  }

  /// Whether the rest of a line closes a brace that it has not opened.
  private func closesTooOften(_ start: Int) -> Bool {
    var depth = 0
    for byte in bytes[start...] {
      if byte == 0x0A || byte == 0x0D || byte == UInt8(ascii: "\"") { return false }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return true }
    }
    return false
  }

  private func name(of entry: Entry) -> String { entry.key.isEmpty ? "this entry" : "“\(entry.key)”" }

  /// The brace or quotation mark of a value that has no partner: it runs into the next field, or into the entry's end.
  private func unclosedValue(of entry: Entry) -> Int? {
    let places = entry.places
    let isOpen = entry.block.faults.contains { $0.kind == .notClosed || $0.kind == .cutOff }
    if let fault = entry.block.faults.first(where: { $0.kind == .unclosedValue }) {
      // At the file's end the file may be cut off as well.
      let isLast = entry.block.end >= bytes.count && places.pieces.last?.range.lowerBound == fault.place
      return isLast ? nil : fault.place - 1
    }
    for field in places.fields {
      for piece in places.pieces[field.pieces] where piece.delimiter != .none {
        if isOpen || piece.delimiter == .quotes, holdsField(piece.range) { return piece.range.lowerBound - 1 }
      }
    }
    // The entry's brace stands on a line of its own, and has closed the last value.
    if isOpen, let last = places.pieces.last, last.delimiter == .braces, !last.range.isEmpty {
      let end = bytes.endOfTextASCII(last.range)
      if bytes[end..<last.range.upperBound].contains(0x0A), !bytes[last.range.lowerBound..<end].contains(0x0A) {
        return last.range.lowerBound - 1
      }
    }
    return nil
  }

  /// Whether a line of a value reads `name = {` or `name = "`, as that of a field does.
  private func holdsField(_ range: Range<Int>) -> Bool {
    for line in bytes[range].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).dropFirst() {
      let text = line.drop(while: \.isASCIISpace)
      let rest = text.drop { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
      guard rest.startIndex > text.startIndex else { continue }
      let sign = rest.drop(while: \.isASCIISpace)
      guard sign.first == UInt8(ascii: "=") else { continue }
      let value = sign.dropFirst().drop(while: \.isASCIISpace)
      if let first = value.first, "{\"".utf8.contains(first) || first.isASCIIDigit || first.isASCIILetter {
        return true
      }
    }
    return false
  }

  /// Braces inside of a value that have no partner: BibTeX counts also those behind a backslash.
  private mutating func lookAtBraces(of field: BibTeXPlaces.Field, _ places: BibTeXPlaces) -> Bool {
    for piece in places.pieces[field.pieces] where piece.delimiter != .none {
      var open: [Int] = []
      for place in piece.range {
        if bytes[place] == UInt8(ascii: "{") { open.append(place) }
        guard bytes[place] == UInt8(ascii: "}") else { continue }
        if open.popLast() == nil {
          tell("unbalanced-braces", at: place..<place + 1, "this brace has no partner")
          return true
        }
      }
      if let place = open.last {
        tell("unbalanced-braces", at: place..<place + 1, "this brace has no partner")
        return true
      }
    }
    return false
  }

  /// A quotation mark within such marks ends the value for BibTeX. Braces around the value mend it, where its end is
  /// sure.
  private mutating func tellQuote(_ quote: Int, of entry: Entry) {
    let piece = entry.places.pieces.first { $0.delimiter == .quotes && $0.range.contains(quote) }
    var fix: BibTeXFault.Edit?
    if let piece, entry.block.faults.isEmpty, isBalanced(piece.range) {
      let marks = piece.range.lowerBound - 1..<piece.range.upperBound + 1
      fix = .init(range: marks, text: [UInt8(ascii: "{")] + bytes[piece.range] + [UInt8(ascii: "}")])
    }
    tell("quote-in-quotes", at: quote..<quote + 1, "this mark ends the value, which goes on", fix: fix)
  }

  private func isBalanced(_ range: Range<Int>) -> Bool {
    var depth = 0
    for byte in bytes[range] {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
