import Glibc

/// The time, for the few things that depend on it.
enum Clock {
  /// This year, by UTC; nil where the clock does not tell.
  static var year: Int? {
    var now = time(nil)
    var parts = tm()
    guard gmtime_r(&now, &parts) != nil else { return nil }
    return Int(parts.tm_year) + 1900
  }
}
