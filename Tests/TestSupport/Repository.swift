import FoundationEssentials

/// Where things stand in this checkout.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let folder: String = {
    let parts = #filePath.split(separator: "/")
    return "/" + parts.dropLast(3).joined(separator: "/")
  }()

  /// The corpora that stand beside a developer's checkout. Tests that use them carry
  /// `.enabled(if: Repository.hasCorpora, "needs the corpora beside the checkout")`, so that they are skipped visibly.
  public static let shared = folder + "/../shared"

  /// Whether the corpora are at hand.
  public static let hasCorpora = FileManager.default.fileExists(atPath: shared + "/corpora")

  /// The bytes of a file.
  public static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path)))
  }

  /// The text of a file.
  public static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The paths of the files in a folder whose names end so, sorted.
  public static func files(in folder: String, endingWith ending: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(ending) }.sorted()
      .map { folder + "/" + $0 }
  }
}
