internal import IbidModel

extension LaTeXDecoder {
  /// What stands between two braces.
  struct Group {
    /// Where it begins in the output, behind its opening tag.
    var start: Int
    /// What it begins with, and ends with.
    var opening = ""
    var closing = ""
    /// Whether its letters are protected.
    var isProtected = false
    /// Whether an `\enquote` ends with it.
    var isQuotation = false
  }

  mutating func openBrace() {
    guard groups.count < Self.deepestGroup else {
      ignoredDepth += 1
      return
    }
    // `{\"o}` is one character to BibTeX, and protects nothing.
    let isSpecial = index < bytes.endIndex && bytes[index] == UInt8(ascii: "\\")
    let isProtected =
      !isSpecial && endOfFormula == nil && !groups.contains(where: \.isProtected) && depth == 0
    groups.append(Group(start: output.count, isProtected: isProtected))
  }

  mutating func closeBrace() {
    guard ignoredDepth == 0 else {
      ignoredDepth -= 1
      return
    }
    if !groups.isEmpty { closeGroup() }
  }

  /// Opens what `opening` begins; an empty one leaves nothing behind.
  mutating func openGroup(_ opening: String, _ closing: String, isMarkup: Bool) {
    if isMarkup { hasMarkup = true }
    let isWritten = !isMarkup || options.contains(.markup)
    guard isWritten, groups.count < Self.deepestGroup else {
      groups.append(Group(start: output.count))
      return
    }
    output += opening.utf8
    groups.append(Group(start: output.count, opening: opening, closing: closing))
  }

  /// A switch as `\it` holds until its group ends.
  mutating func switchType(_ opening: String, _ closing: String) {
    hasMarkup = true
    guard options.contains(.markup) else { return }
    if groups.isEmpty { groups.append(Group(start: output.count)) }
    let last = groups.count - 1
    guard groups[last].closing.isEmpty else { return }
    output += opening.utf8
    groups[last].opening = opening
    groups[last].closing = closing
    groups[last].isProtected = false
    groups[last].start = output.count
  }

  mutating func closeGroup() {
    let group = groups.removeLast()
    if group.isQuotation { quotations -= 1 }
    guard group.start <= output.count else { return }
    if output.count == group.start, !group.opening.isEmpty {
      output.removeLast(group.opening.utf8.count)
    } else {
      output += group.closing.utf8
    }
    guard group.isProtected, output[group.start...].contains(where: { $0.isASCIILetter || $0 >= 0x80 }) else { return }
    hasMarkup = true
    guard options.contains(.protection) else { return }
    output.insert(contentsOf: Self.protection.utf8, at: group.start)
    output += "</span>".utf8
  }

  private static let protection = "<span class=\"nocase\">"
}
