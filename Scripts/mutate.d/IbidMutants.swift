import CMutants

// Stands in each module of the scratch copy of `Scripts/mutate`: what is there, or, under its mutant, what is not.

@inline(__always) func ibidMutant(_ number: Int32) -> Bool { ibid_mutant(number) }

func ibidNot(_ number: Int32, _ condition: Bool) -> Bool { condition != ibidMutant(number) }

func ibidAndOr(_ number: Int32, _ left: Bool, _ right: @autoclosure () throws -> Bool) rethrows -> Bool {
  if ibidMutant(number) { return left ? true : try right() }
  return left ? try right() : false
}

func ibidOrAnd(_ number: Int32, _ left: Bool, _ right: @autoclosure () throws -> Bool) rethrows -> Bool {
  if ibidMutant(number) { return left ? try right() : false }
  return left ? true : try right()
}

func ibidLessOrAtMost<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left <= right : left < right
}
func ibidLessOrMore<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left > right : left < right
}
func ibidMoreOrAtLeast<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left >= right : left > right
}
func ibidMoreOrLess<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left < right : left > right
}
func ibidAtMostOrLess<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left < right : left <= right
}
func ibidAtMostOrAtLeast<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left >= right : left <= right
}
func ibidAtLeastOrMore<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left > right : left >= right
}
func ibidAtLeastOrAtMost<Value: Comparable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  ibidMutant(number) ? left <= right : left >= right
}

func ibidEqualOrUnequal<Value: Equatable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  (left == right) != ibidMutant(number)
}
func ibidEqualOrUnequal<Value>(_ number: Int32, _ left: Value?, _ right: _OptionalNilComparisonType) -> Bool {
  (left == nil) != ibidMutant(number)
}
func ibidUnequalOrEqual<Value: Equatable>(_ number: Int32, _ left: Value, _ right: Value) -> Bool {
  (left != right) != ibidMutant(number)
}
func ibidUnequalOrEqual<Value>(_ number: Int32, _ left: Value?, _ right: _OptionalNilComparisonType) -> Bool {
  (left != nil) != ibidMutant(number)
}

func ibidInteger<Value: ExpressibleByIntegerLiteral>(_ number: Int32, _ value: Value, _ other: Value) -> Value {
  ibidMutant(number) ? other : value
}
func ibidFloat<Value: ExpressibleByFloatLiteral>(_ number: Int32, _ value: Value, _ other: Value) -> Value {
  ibidMutant(number) ? other : value
}
func ibidShifted<Value: Strideable>(_ number: Int32, _ value: Value, _ step: Value.Stride) -> Value {
  ibidMutant(number) ? value.advanced(by: step) : value
}

func ibidMinus<Value: Numeric>(_ number: Int32, _ left: Value, _ right: Value) -> Value {
  ibidMutant(number) ? right - left : left - right
}
func ibidDivided<Value: BinaryInteger>(_ number: Int32, _ left: Value, _ right: Value) -> Value {
  ibidMutant(number) ? right / left : left / right
}
func ibidDivided<Value: FloatingPoint>(_ number: Int32, _ left: Value, _ right: Value) -> Value {
  ibidMutant(number) ? right / left : left / right
}
func ibidRemainder<Value: BinaryInteger>(_ number: Int32, _ left: Value, _ right: Value) -> Value {
  ibidMutant(number) ? right % left : left % right
}
