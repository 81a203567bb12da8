import CIbidResources

/// Files of ours that the module carries inside itself.
enum Resource {
  /// The content of the resource of this name; nil where there is none.
  static func bytes(named name: String) -> [UInt8]? {
    var index = 0
    while let resource = ibid_resource_at(index)?.pointee {
      if String(cString: resource.name) == name {
        return Array(UnsafeBufferPointer(start: resource.bytes, count: resource.count))
      }
      index += 1
    }
    return nil
  }

  /// The names of all resources that start so.
  static func names(startingWith prefix: String) -> [String] {
    var names: [String] = []
    var index = 0
    while let resource = ibid_resource_at(index)?.pointee {
      let name = String(cString: resource.name)
      if name.hasPrefix(prefix) { names.append(name) }
      index += 1
    }
    return names
  }
}
