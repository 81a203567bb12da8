/// The name of an element or attribute, and what it stands for.
public struct MarkupName<Meaning: BitwiseCopyable>: BitwiseCopyable {
  /// Its number in its ``NameTable``: two names of one table are equal where their numbers are.
  public let number: Int32
  /// Where its letters stand in the table.
  @usableFromInline let start: Int32
  /// How many bytes it has.
  public let count: Int32
  /// What the ``MarkupHandler`` makes of it.
  public let meaning: Meaning

  @usableFromInline
  init(number: Int32, start: Int32, count: Int32, meaning: Meaning) {
    self.number = number
    self.start = start
    self.count = count
    self.meaning = meaning
  }
}
