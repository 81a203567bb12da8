// Prints every place of some Swift files that a small mutation can change, one JSON object a line.
//
// Read by `Scripts/mutate`, which compiles this file against the SwiftSyntax of the toolchain. A place says where it
// is, of which kind, what stands there and what would stand there instead, and the edits that put both into the file:
// `[start, end, text]` in UTF-8 bytes, where `\u{1}` in the text stands for the mutant's number.

import Foundation
import SwiftOperators
import SwiftParser
import SwiftSyntax

/// A place that can be mutated.
struct Site: Encodable {
  var path: String
  var line: Int
  var lastLine: Int
  var column: Int
  var start: Int
  var end: Int
  var kind: String
  var before: String
  var after: String
  var edits: [Edit]

  struct Edit: Encodable {
    var start: Int
    var end: Int
    var text: String

    func encode(to encoder: any Encoder) throws {
      var row = encoder.unkeyedContainer()
      try row.encode(start)
      try row.encode(end)
      try row.encode(text)
    }
  }
}

/// Which relation stands in place of another, and which kind of mutation that is.
let relations: [String: [(operator: String, kind: String)]] = [
  "<": [("<=", "boundary"), (">", "comparison")],
  ">": [(">=", "boundary"), ("<", "comparison")],
  "<=": [("<", "boundary"), (">=", "comparison")],
  ">=": [(">", "boundary"), ("<=", "comparison")],
  "==": [("!=", "comparison")],
  "!=": [("==", "comparison")],
  "&&": [("||", "comparison")],
  "||": [("&&", "comparison")],
]

/// The function of the generated file that stands for one relation or, under its mutant, another.
let spelled = ["<": "Less", ">": "More", "<=": "AtMost", ">=": "AtLeast", "==": "Equal", "!=": "Unequal"]

/// Calls whose arguments no test can see: checks of the programmer's, hints to the allocator.
let unseenCalls: Set<String> = [
  "assert", "assertionFailure", "precondition", "preconditionFailure", "fatalError", "reserveCapacity",
]

/// Members whose words are for people's eyes alone, or that may be anything.
let unseenMembers: Set<String> = ["description", "debugDescription", "hash"]

func isHint(_ name: String) -> Bool {
  let name = name.lowercased()
  return name.contains("capacity") || name.contains("cache") || name.contains("reserv")
}

final class SiteFinder: SyntaxVisitor {
  private(set) var sites: [Site] = []
  private let path: String
  private let places: SourceLocationConverter

  init(path: String, tree: SourceFileSyntax) {
    self.path = path
    places = SourceLocationConverter(fileName: path, tree: tree)
    super.init(viewMode: .sourceAccurate)
  }

  // MARK: Where nothing is mutated

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: IfConfigDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: EnumCaseDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: GenericArgumentClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  /// A default argument of a function that another module sees cannot call what is this module's own.
  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    isUnseen(node.name.text) || isInlinable(node.attributes) ? .skipChildren : .visitChildren
  }

  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
    isInlinable(node.attributes) ? .skipChildren : .visitChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    isInlinable(node.attributes) ? .skipChildren : .visitChildren
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    let names = node.bindings.map { $0.pattern.trimmedDescription }
    return names.contains(where: isUnseen) || isInlinable(node.attributes) ? .skipChildren : .visitChildren
  }

  override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind {
    isHint(node.label?.text ?? "") ? .skipChildren : .visitChildren
  }

  /// A long table would take all the mutants for itself.
  override func visit(_ node: ArrayExprSyntax) -> SyntaxVisitorContinueKind {
    node.elements.count > 16 ? .skipChildren : .visitChildren
  }

  override func visit(_ node: DictionaryExprSyntax) -> SyntaxVisitorContinueKind {
    node.content.as(DictionaryElementListSyntax.self)?.count ?? 0 > 16 ? .skipChildren : .visitChildren
  }

  private func isUnseen(_ name: String) -> Bool { unseenMembers.contains(name) || isHint(name) }

  private func isInlinable(_ attributes: AttributeListSyntax) -> Bool {
    attributes.contains { ["@inlinable", "@_transparent"].contains($0.trimmedDescription) }
  }

  // MARK: Comparisons and boundaries

  override func visit(_ node: InfixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    guard let sign = node.operator.as(BinaryOperatorExprSyntax.self)?.operator else { return .visitChildren }
    let (left, right) = (node.leftOperand, node.rightOperand)
    switch sign.text {
    case "<", ">", "<=", ">=", "==", "!=":
      for other in relations[sign.text] ?? [] {
        let name = "ibid\(spelled[sign.text] ?? "")Or\(spelled[other.operator] ?? "")"
        add(other.kind, node, after: "\(left.trimmed) \(other.operator) \(right.trimmed)") {
          call(name, around: left, sign, right)
        }
      }
    case "&&", "||":
      let (name, other) = sign.text == "&&" ? ("ibidAndOr", "||") : ("ibidOrAnd", "&&")
      add("comparison", node, after: "\(left.trimmed) \(other) \(right.trimmed)") {
        call(name, around: left, sign, right)
      }
      negate(left)
      negate(right)
    case "..<", "...":
      shift(right, in: node)
    case "-", "/", "%":
      guard !isLiteral(left), !isLiteral(right), left.trimmedDescription != right.trimmedDescription else { break }
      let name = ["-": "ibidMinus", "/": "ibidDivided", "%": "ibidRemainder"][sign.text] ?? ""
      add("argument", node, after: "\(right.trimmed) \(sign.text) \(left.trimmed)") {
        call(name, around: left, sign, right)
      }
    default: break
    }
    return .visitChildren
  }

  override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind {
    switch node.operator.text {
    case "!": negate(ExprSyntax(node))
    case "..<", "...": shift(node.expression, in: node)
    default: break
    }
    return .visitChildren
  }

  /// The upper bound of a range, one less or one more.
  private func shift(_ bound: ExprSyntax, in range: some SyntaxProtocol) {
    guard !isLiteral(bound) else { return }
    let step = start(of: bound) % 2 == 0 ? "-" : "+"
    add("boundary", bound, after: "\(bound.trimmed) \(step) 1") {
      wrap("ibidShifted(\u{1}, ", bound, ", \(step)1)")
    }
  }

  // MARK: Negations

  override func visit(_ node: ConditionElementSyntax) -> SyntaxVisitorContinueKind {
    if case .expression(let condition) = node.condition { negate(condition) }
    return .visitChildren
  }

  override func visit(_ node: WhereClauseSyntax) -> SyntaxVisitorContinueKind {
    negate(node.condition)
    return .visitChildren
  }

  override func visit(_ node: TernaryExprSyntax) -> SyntaxVisitorContinueKind {
    negate(node.condition)
    return .visitChildren
  }

  private var negated: Set<Int> = []

  private func negate(_ condition: ExprSyntax) {
    if let infix = condition.as(InfixOperatorExprSyntax.self) {
      // A single relation has a mutant that is its negation; a chain of them is negated whole.
      guard ["&&", "||"].contains(infix.operator.trimmedDescription) else { return }
    }
    guard !condition.is(BooleanLiteralExprSyntax.self), negated.insert(start(of: condition)).inserted else { return }
    add("negation", condition, after: "!(\(condition.trimmed))") { wrap("ibidNot(\u{1}, ", condition, ")") }
  }

  // MARK: Constants

  override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    let digits = node.literal.text.filter { $0 != "_" }
    let value =
      digits.hasPrefix("0x")
      ? Int(digits.dropFirst(2), radix: 16)
      : digits.hasPrefix("0b") ? Int(digits.dropFirst(2), radix: 2) : Int(digits)
    // What is larger is the prime of a hash or a mask.
    guard let value, value < 1 << 31 else { return .skipChildren }
    let other = value == 0 || start(of: node) % 2 == 0 ? value + 1 : value - 1
    add("constant", node, after: "\(other)") { wrap("ibidInteger(\u{1}, ", node, ", \(other))") }
    return .skipChildren
  }

  override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    guard let value = Double(node.literal.text.filter { $0 != "_" }) else { return .skipChildren }
    let other = value == 0 ? 1 : start(of: node) % 2 == 0 ? value * 2 : value / 2
    add("constant", node, after: "\(other)") { wrap("ibidFloat(\u{1}, ", node, ", \(other))") }
    return .skipChildren
  }

  override func visit(_ node: BooleanLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    add("constant", node, after: node.literal.text == "true" ? "false" : "true") {
      wrap("ibidNot(\u{1}, ", node, ")")
    }
    return .skipChildren
  }

  // MARK: Dropped statements

  override func visit(_ node: CodeBlockItemSyntax) -> SyntaxVisitorContinueKind {
    guard let block = node.parent?.as(CodeBlockItemListSyntax.self), block.parent?.is(SourceFileSyntax.self) != true
    else { return .visitChildren }
    if isDroppable(node, in: block) {
      add("statement", node.item, after: "") { wrap("if !ibidMutant(\u{1}) { ", node.item, " }") }
    }
    return .visitChildren
  }

  private func isDroppable(_ node: CodeBlockItemSyntax, in block: CodeBlockItemListSyntax) -> Bool {
    switch node.item {
    case .decl: return false
    case .stmt(let statement):
      // What leaves a block may be dropped where something comes after it.
      guard
        statement.is(ReturnStmtSyntax.self) || statement.is(ContinueStmtSyntax.self)
          || statement.is(BreakStmtSyntax.self) || statement.is(ThrowStmtSyntax.self)
      else { return false }
      guard block.last?.id == node.id, let condition = block.parent?.parent?.as(IfExprSyntax.self),
        condition.elseBody == nil
      else { return false }
      return !statement.is(ReturnStmtSyntax.self) && !statement.is(ThrowStmtSyntax.self) || isFollowed(condition)
    case .expr(var expression):
      while true {
        if let inner = expression.as(TryExprSyntax.self)?.expression {
          expression = inner
        } else if let inner = expression.as(AwaitExprSyntax.self)?.expression {
          expression = inner
        } else if let inner = expression.as(UnsafeExprSyntax.self)?.expression {
          expression = inner
        } else {
          break
        }
      }
      if let infix = expression.as(InfixOperatorExprSyntax.self) {
        let isAssignment = infix.operator.is(AssignmentExprSyntax.self)
        let sign = infix.operator.trimmedDescription
        guard isAssignment || ["+=", "-=", "*=", "/=", "|=", "&=", "^=", "&+=", "&*=", "<<=", ">>="].contains(sign)
        else { return false }
        return !infix.leftOperand.is(DiscardAssignmentExprSyntax.self) && !(isAssignment && isInInitializer(node))
      }
      guard let call = expression.as(FunctionCallExprSyntax.self) else { return false }
      let name = calledName(call)
      return !unseenCalls.contains(name) && !isHint(name) && name != "init" && !isValue(node, in: block)
    }
  }

  /// Whether a statement is the only one of a body that gives a value.
  private func isValue(_ node: CodeBlockItemSyntax, in block: CodeBlockItemListSyntax) -> Bool {
    guard block.count == 1 else { return false }
    guard let owner = block.parent else { return true }
    if owner.is(ClosureExprSyntax.self) || owner.is(AccessorBlockSyntax.self) || owner.is(SwitchCaseSyntax.self) {
      return true
    }
    guard let body = owner.parent else { return true }
    if let function = body.as(FunctionDeclSyntax.self) { return function.signature.returnClause != nil }
    if let accessor = body.as(AccessorDeclSyntax.self) { return accessor.accessorSpecifier.text == "get" }
    if let branch = body.as(IfExprSyntax.self) {
      // `let x = if … { f() } else { g() }`
      return !isStatement(branch)
    }
    return false
  }

  private func isStatement(_ branch: IfExprSyntax) -> Bool {
    var node = Syntax(branch)
    while let outer = node.parent?.as(IfExprSyntax.self) { node = Syntax(outer) }
    guard node.parent?.is(ExpressionStmtSyntax.self) == true else { return false }
    guard let item = node.parent?.parent?.as(CodeBlockItemSyntax.self),
      let block = item.parent?.as(CodeBlockItemListSyntax.self)
    else { return false }
    return !(branch.elseBody != nil && isValue(item, in: block))
  }

  private func isFollowed(_ condition: IfExprSyntax) -> Bool {
    guard let item = condition.parent?.parent?.as(CodeBlockItemSyntax.self),
      let block = item.parent?.as(CodeBlockItemListSyntax.self)
    else { return false }
    return block.last?.id != item.id
  }

  private func isInInitializer(_ node: some SyntaxProtocol) -> Bool {
    var next = node.parent
    while let here = next {
      if here.is(InitializerDeclSyntax.self) { return true }
      if here.is(FunctionDeclSyntax.self) { return false }
      next = here.parent
    }
    return false
  }

  // MARK: Swapped arguments

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let name = calledName(node)
    if unseenCalls.contains(name) { return .skipChildren }
    let arguments = Array(node.arguments)
    if !["min", "max"].contains(name) {
      for (first, second) in zip(arguments, arguments.dropFirst()) { swap(first, second) }
    }
    return .visitChildren
  }

  private func swap(_ first: LabeledExprSyntax, _ second: LabeledExprSyntax) {
    let (a, b) = (first.expression, second.expression)
    guard a.trimmedDescription != b.trimmedDescription, let shape = shape(a), shape == self.shape(b),
      !isHint(first.label?.text ?? ""), !isHint(second.label?.text ?? "")
    else { return }
    let (before, after) = (
      "\(first.trimmedDescription) \(second.trimmedDescription)",
      "\(label(first))\(b.trimmed), \(label(second))\(a.trimmed)"
    )
    add("argument", first, to: second, before: before, after: after) {
      [
        edit(a, "(ibidMutant(\u{1}) ? \(b.trimmed) : \(a.trimmed))"),
        edit(b, "(ibidMutant(\u{1}) ? \(a.trimmed) : \(b.trimmed))"),
      ]
    }
  }

  private func label(_ argument: LabeledExprSyntax) -> String { argument.label.map { $0.text + ": " } ?? "" }

  /// Arguments of one shape are likely to be of one type.
  private func shape(_ expression: ExprSyntax) -> String? {
    if expression.trimmedDescription.utf8.contains(0x0A) { return nil }
    if expression.is(DeclReferenceExprSyntax.self) { return "name" }
    if expression.is(IntegerLiteralExprSyntax.self) { return "integer" }
    if expression.is(StringLiteralExprSyntax.self) { return "string" }
    if let member = expression.as(MemberAccessExprSyntax.self) { return member.base == nil ? "case" : "name" }
    return nil
  }

  // MARK: Edits

  private func calledName(_ call: FunctionCallExprSyntax) -> String {
    call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
      ?? call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text ?? ""
  }

  private func isLiteral(_ expression: ExprSyntax) -> Bool {
    expression.is(IntegerLiteralExprSyntax.self) || expression.is(FloatLiteralExprSyntax.self)
      || expression.is(StringLiteralExprSyntax.self)
  }

  private func start(of node: some SyntaxProtocol) -> Int { node.positionAfterSkippingLeadingTrivia.utf8Offset }
  private func end(of node: some SyntaxProtocol) -> Int { node.endPositionBeforeTrailingTrivia.utf8Offset }

  private func edit(_ node: some SyntaxProtocol, _ text: String) -> Site.Edit {
    Site.Edit(start: start(of: node), end: end(of: node), text: text)
  }

  private func wrap(_ opening: String, _ node: some SyntaxProtocol, _ closing: String) -> [Site.Edit] {
    let (start, end) = (start(of: node), end(of: node))
    return [Site.Edit(start: start, end: start, text: opening), Site.Edit(start: end, end: end, text: closing)]
  }

  /// `left sign right` as a call, its lines kept.
  private func call(
    _ name: String, around left: ExprSyntax, _ sign: TokenSyntax, _ right: ExprSyntax
  ) -> [Site.Edit] {
    let opening = wrap("\(name)(\u{1}, ", left, "")[0]
    return [opening, edit(sign, ","), wrap("", right, ")")[1]]
  }

  private func add(
    _ kind: String, _ node: some SyntaxProtocol, after: String, edits: () -> [Site.Edit]
  ) { add(kind, node, to: node, before: node.trimmedDescription, after: after, edits: edits) }

  private func add(
    _ kind: String, _ first: some SyntaxProtocol, to last: some SyntaxProtocol, before: String, after: String,
    edits: () -> [Site.Edit]
  ) {
    let place = places.location(for: first.positionAfterSkippingLeadingTrivia)
    let lastPlace = places.location(for: last.endPositionBeforeTrailingTrivia)
    sites.append(
      Site(
        path: path, line: place.line, lastLine: lastPlace.line, column: place.column, start: start(of: first),
        end: end(of: last), kind: kind, before: before, after: after, edits: edits()))
  }
}

let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
for path in CommandLine.arguments.dropFirst() {
  let source = try String(contentsOf: URL(filePath: path), encoding: .utf8)
  let tree = Parser.parse(source: source)
  let folded = OperatorTable.standardOperators.foldAll(tree) { _ in }.as(SourceFileSyntax.self) ?? tree
  let finder = SiteFinder(path: path, tree: tree)
  finder.walk(folded)
  for site in finder.sites { print(String(decoding: try encoder.encode(site), as: UTF8.self)) }
}
