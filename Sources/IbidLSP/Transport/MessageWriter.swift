package import IbidModel

/// Writes messages as the protocol wants them.
package enum MessageWriter {
  /// A message with its head.
  package static func bytes(of message: JSONValue) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(message)
    return Array("Content-Length: \(writer.bytes.count)\r\n\r\n".utf8) + writer.bytes
  }
}
