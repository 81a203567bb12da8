/// Values by variable, in the order of the variables: a small map that is cheap to build, copy and compare.
///
///     var texts = Fields<String>()
///     texts[.volume] = "196"
///     print(texts.map(\.variable.name))
public struct Fields<Value: Sendable & Hashable>: Sendable, Hashable {
  /// One variable and its value.
  ///
  ///     for field in item.texts { print(field.variable.name, field.value) }
  public struct Field: Sendable, Hashable {
    /// The variable.
    public var variable: Variable
    /// Its value.
    public var value: Value

    @inlinable
    init(variable: Variable, value: Value) {
      self.variable = variable
      self.value = value
    }
  }

  @usableFromInline var fields: [Field] = []

  /// No values.
  @inlinable
  public init() {}

  /// Makes room for this many values.
  @inlinable
  public mutating func reserveCapacity(_ count: Int) { fields.reserveCapacity(count) }

  /// This variable's value; setting nil takes it out.
  @inlinable
  public subscript(variable: Variable) -> Value? {
    get {
      for field in fields where field.variable == variable { return field.value }
      return nil
    }
    set {
      // Readers mostly set variables in their order.
      if let newValue, fields.isEmpty || fields[fields.count - 1].variable.rawValue < variable.rawValue {
        fields.append(Field(variable: variable, value: newValue))
        return
      }
      var index = 0
      while index < fields.count, fields[index].variable.rawValue < variable.rawValue { index += 1 }
      let isThere = index < fields.count && fields[index].variable == variable
      switch (newValue, isThere) {
      case (let value?, true): fields[index].value = value
      case (let value?, false): fields.insert(Field(variable: variable, value: value), at: index)
      case (nil, true): fields.remove(at: index)
      case (nil, false): break
      }
    }
  }
}

extension Fields: RandomAccessCollection {
  /// 0.
  @inlinable public var startIndex: Int { 0 }
  /// The count of variables with a value.
  @inlinable public var endIndex: Int { fields.count }
  /// The variable and value at a place, in the order of the variables.
  @inlinable public subscript(position: Int) -> Field { fields[position] }
}
