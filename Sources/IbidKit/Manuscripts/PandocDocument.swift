import FoundationEssentials
import Glibc

/// A document that pandoc makes of a rendered manuscript: Word's, OpenDocument's, a PDF, JATS, LaTeX and others.
///
/// pandoc gets Markdown without citations, since these are rendered, and reaches no network: a picture that stands on
/// one is left out, and pandoc says so.
///
///     let document = PandocDocument(markdown: "Sleep (Weng, 2023).\n", format: .docx, manuscript: "paper.md")
///     print(document.format.isBinary ? "a file" : "text")
public struct PandocDocument: Sendable {
  private let markdown: String
  /// What it is made as.
  public let format: FormattedManuscript.Format
  private let folder: String
  private let program: String

  /// A document of this Markdown.
  ///
  /// - Parameters:
  ///   - manuscript: the path of the manuscript, beside which its pictures are looked for; `-` for this folder.
  ///   - program: pandoc's name or path.
  public init(
    markdown: String, format: FormattedManuscript.Format, manuscript: String, program: String = "pandoc"
  ) {
    self.markdown = markdown
    self.format = format
    let slash = manuscript.lastIndex(of: "/")
    folder = slash.map { $0 == manuscript.startIndex ? "/" : String(manuscript[..<$0]) } ?? "."
    self.program = program
  }

  /// The document.
  ///
  /// - Throws: `IbidError` where pandoc is not installed, or makes nothing of the manuscript; what it says of that goes
  ///   to standard error.
  public func bytes() throws(IbidError) -> [UInt8] {
    let work = try temporaryFolder()
    defer {
      unlink(work + "/manuscript.md")
      unlink(work + "/document.\(format.rawValue)")
      rmdir(work)
    }
    let made = work + "/document.\(format.rawValue)"
    try OutputFile(work + "/manuscript.md").write(markdown)
    var arguments = [
      "--from", "markdown-citations", "--standalone", "--resource-path", folder, "--output", made,
    ]
    // pandoc makes a PDF by the name of the file alone.
    if format != .pdf { arguments += ["--to", format.rawValue] }
    arguments.append(work + "/manuscript.md")
    let status = try run(arguments)
    guard status == 0, let bytes = try? InputFile(path: made).bytes() else { throw failure(status) }
    return bytes
  }

  private func temporaryFolder() throws(IbidError) -> String {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((place + "/ibid-XXXXXX").utf8CString)
    guard template.withUnsafeMutableBufferPointer({ $0.baseAddress.map { mkdtemp($0) != nil } ?? false }) else {
      throw IbidError(
        .unwritableFile, "\(place): no temporary folder could be made: \(String(cString: strerror(errno)))", path: place
      )
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs pandoc and waits for it; its status.
  private func run(_ arguments: [String]) throws(IbidError) -> Int32 {
    var environment = ProcessInfo.processInfo.environment
    // A proxy that nobody is behind: nothing is fetched.
    for name in ["http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"] { environment[name] = "http://127.0.0.1:9" }
    for name in ["no_proxy", "NO_PROXY"] { environment[name] = nil }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = environment.sorted { $0.key < $1.key }.map { strdup($0.key + "=" + $0.value) } + [nil]
    defer { for text in argv + envp { free(text) } }
    var child = pid_t()
    let code = posix_spawnp(&child, program, nil, nil, &argv, &envp)
    guard code == 0 else { throw missing(code) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // The shell's way to tell an exit status from a signal.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private func missing(_ code: Int32) -> IbidError {
    guard code == ENOENT else {
      return IbidError(.unwritableFile, "\(program) could not be started: \(String(cString: strerror(code)))")
    }
    return IbidError(
      .unwritableFile,
      "\(format.rawValue) is made by pandoc, which is not installed; on Debian: apt install pandoc")
  }

  private func failure(_ status: Int32) -> IbidError {
    // 47: the program that makes the PDF is not there.
    let hint = format == .pdf && status == 47 ? "; on Debian: apt install texlive-latex-recommended" : ""
    return IbidError(.unwritableFile, "pandoc made no \(format.rawValue), and ended with status \(status)\(hint)")
  }
}
