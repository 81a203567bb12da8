import FoundationEssentials
import IbidKit
import TestSupport
import Testing

/// A file is replaced whole or not at all.
struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test(
    "A file is made or replaced, and nothing else is left",
    arguments: ["", "text", String(repeating: "ä", count: 100_000)])
  func writes(text: String) throws {
    let path = folder.path + "/out.txt"
    try OutputFile(path).write(text)
    #expect(try Repository.text(path) == text)
    try OutputFile(path).write("new")
    #expect(try Repository.text(path) == "new")
    #expect(try files == ["out.txt"])
  }

  @Test("Pieces stand one behind the other, and the body's value comes back")
  func writesPieces() throws {
    let path = folder.path + "/out.txt"
    let count = try OutputFile(path).write { (put) throws(IbidError) -> Int in
      for piece in ["one ", "", "two"] {
        var failure: IbidError?
        Array(piece.utf8).withUnsafeBytes { bytes in
          do throws(IbidError) { try put(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
      }
      return 3
    }
    #expect(count == 3)
    #expect(try Repository.text(path) == "one two")
  }

  @Test("While a file is written nothing of it can be seen in its folder, so that a run that is killed leaves nothing")
  func hasNoNameBeforeItIsWhole() throws {
    let seen = try OutputFile(folder.path + "/out.txt").write { (_) throws(IbidError) in try? files }
    #expect(seen == [])
    #expect(try files == ["out.txt"])
  }

  @Test("A file that shall be new is not written over")
  func writesNewOnes() throws {
    let path = folder.path + "/out.txt"
    try OutputFile(path).write(new: "one")
    let error = #expect(throws: IbidError.self) { try OutputFile(path).write(new: "two") }
    #expect(error?.message == "\(path): is there already, and stays as it is")
    #expect(try Repository.text(path) == "one")
  }

  @Test("The mode stays as it was", arguments: [0o600, 0o644, 0o755])
  func keepsTheMode(mode: Int) throws {
    let path = try folder.write("out.txt", "old")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try OutputFile(path).write("new")
    #expect(try self.mode(path) == mode)
  }

  @Test("A symbolic link is followed and stays one; one that leads nowhere is refused")
  func followsLinks() throws {
    let target = try folder.write("target.txt", "old")
    let link = folder.path + "/link.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try OutputFile(link).write("new")
    #expect(try Repository.text(target) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    try FileManager.default.removeItem(atPath: target)
    let error = #expect(throws: IbidError.self) { try OutputFile(link).write("new") }
    #expect(error?.message == "\(link): is a symbolic link that leads nowhere")
    #expect(try files == ["link.txt"])
  }

  @Test("What the body throws leaves the file as it was, and no other beside it")
  func keepsTheOldOnFailure() throws {
    let path = try folder.write("out.txt", "old")
    #expect(throws: IbidError.unknownKey("k")) {
      try OutputFile(path).write { (put) throws(IbidError) in
        var failure: IbidError?
        Array("half".utf8).withUnsafeBytes { bytes in
          do throws(IbidError) { try put(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        throw .unknownKey("k")
      }
    }
    #expect(try Repository.text(path) == "old")
    #expect(try files == ["out.txt"])
  }

  @Test("A folder that is missing, or a path that is a folder, is told with its path")
  func refuses() throws {
    let missing = folder.path + "/no/out.txt"
    let error = #expect(throws: IbidError.self) { try OutputFile(missing).write("x") }
    #expect(error?.message == "\(missing): could not be written: No such file or directory")
    #expect(error?.code == .unwritableFile)
    #expect(error?.facts.path == missing)
    let isFolder = #expect(throws: IbidError.self) { try OutputFile(folder.path).write("x") }
    #expect(isFolder?.message == "\(folder.path): could not be written: Is a directory")
  }

  @Test("What is no plain file is written to as it is")
  func writesToDevices() throws {
    try OutputFile("/dev/null").write("x")
    let error = #expect(throws: IbidError.self) { try OutputFile("/dev/full").write("x") }
    #expect(error?.message == "/dev/full: could not be written: No space left on device")
  }
}
