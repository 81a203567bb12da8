extension String {
  /// Whether these bytes occur in the text. `contains` takes both apart into Characters, which is dear and finds no
  /// quotation mark before a combining accent.
  package func holds(_ part: String) -> Bool { holds(part) { $0 } }

  /// The same without regard to the case of ASCII letters; `part` is in small letters.
  package func holdsInAnyCase(_ part: String) -> Bool { holds(part) { $0 &- 65 < 26 ? $0 | 0x20 : $0 } }

  @inline(__always)
  private func holds(_ part: String, folding: (UInt8) -> UInt8) -> Bool {
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        for start in 0...(text.count - part.count) where folding(text[start]) == first {
          var length = 1
          while length < part.count, folding(text[start + length]) == part[length] { length += 1 }
          if length == part.count { return true }
        }
        return false
      }
    }
  }
}
