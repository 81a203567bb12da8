internal import CIbidResources
internal import Glibc

/// The style and the script of the report, which the command carries in itself.
enum ReportResource {
  static let style = bytes("report/report.css")
  static let script = bytes("report/report.js")

  private static func bytes(_ name: String) -> [UInt8] {
    var index = 0
    while let resource = ibid_resource_at(index)?.pointee {
      if strcmp(resource.name, name) == 0 {
        return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
      }
      index += 1
    }
    return []
  }
}
