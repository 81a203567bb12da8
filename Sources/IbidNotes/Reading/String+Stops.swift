extension String {
  /// Whether a sentence ends within the text: one of these ASCII marks stands before a blank, as in `". "`.
  ///
  /// Looks at bytes: `contains(". ")` takes a text apart into Characters, which costs as much as labelling it.
  func hasStop(_ first: UInt8, or second: UInt8? = nil) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      var index = 1
      while index < bytes.count {
        if bytes[index] == 0x20, bytes[index - 1] == first || bytes[index - 1] == second { return true }
        index += 1
      }
      return false
    }
  }
}
