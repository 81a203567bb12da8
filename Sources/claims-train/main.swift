import FoundationEssentials
import IbidClaims

/// Trains and measures the model of `Sources/CIbidResources/claims`.
///
///     claims-train train SENTENCES OUTPUT      writes worthiness.bin
///     claims-train validate SENTENCES [FOLDS]  measures on articles that the model did not see, fold by fold
///     claims-train measure SENTENCES MODEL     measures a model on sentences
@MainActor
func run() throws {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch (arguments.first, arguments.count) {
  case ("train", 3):
    let bytes = Training.model(of: try TrainingArticle.all(in: arguments[1])).bytes
    try Data(bytes).write(to: URL(filePath: arguments[2]))
    print("\(arguments[2]): \(bytes.count) bytes")
  case ("validate", 2...3):
    let folds = arguments.count > 2 ? Int(arguments[2]) ?? 4 : 4
    Measuring.validate(try TrainingArticle.all(in: arguments[1]), folds: max(2, folds))
  case ("measure", 3):
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))
    guard let model = WorthinessModel(bytes: bytes) else { return print("\(arguments[2]): no model") }
    Measuring.report(try TrainingArticle.all(in: arguments[1]), model: model, name: "all")
  default: print("usage: claims-train train SENTENCES OUTPUT | validate SENTENCES [FOLDS] | measure SENTENCES MODEL")
  }
}

try run()
