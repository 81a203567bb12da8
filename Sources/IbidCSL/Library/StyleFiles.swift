/// Where styles and locales are read from: the command gives the disk, a test a dictionary.
package protocol StyleFiles: Sendable {
  /// The bytes of a file; nil where it cannot be read.
  func bytes(at path: String) -> [UInt8]?
  /// The names of the files in a folder, without the folder; empty where there is none.
  func names(in folder: String) -> [String]
}
