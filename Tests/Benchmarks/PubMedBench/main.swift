// Reads a PubMed file and writes JSON Lines to standard output: what `Scripts/bench pubmed` times.
//   PubMedBench FILE [threads [block size [libxml2]]]
// The last word has libxml2 read all.
import Glibc
import IbidFormats
import IbidModel

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

guard CommandLine.arguments.count > 1 else {
  say("usage: PubMedBench FILE [threads [block size]]")
  exit(64)
}
let path = CommandLine.arguments[1]
let threads = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 1
do {
  var input = try ByteInput.file(path)
  var writer = JSONWriter()
  var reader = PubMedReader(path: path)
  reader.threads = threads
  if CommandLine.arguments.count > 3, let size = Int(CommandLine.arguments[3]) { reader.blockSize = size }
  reader.isQuick = CommandLine.arguments.count < 5
  let summary = try reader.read(from: &input) { record in
    record.item.writeJSONLine(to: &writer)
    writer.bytes.append(0x0A)
    if writer.bytes.count > 1 << 16 {
      writer.bytes.withUnsafeBytes { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      writer.bytes.removeAll(keepingCapacity: true)
    }
  }
  writer.bytes.withUnsafeBytes { _ = write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  say("seen \(summary.seen) rejected \(summary.rejected) deleted \(summary.deleted.count)")
  for problem in summary.problems.prefix(50) {
    say("\(problem.path):\(problem.line): \(problem.outcome) \(problem.record ?? "-") \(problem.message)")
  }
  for element in summary.unknownElements { say("unknown <\(element.name)>: \(element.count)") }
} catch {
  say("\(error)")
  exit(2)
}
