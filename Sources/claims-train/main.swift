import FoundationEssentials
import IbidClaims

/// Trains and measures the model of `Sources/CIbidResources/claims`.
///
///     claims-train train SENTENCES OUTPUT      writes worthiness.bin
///     claims-train validate SENTENCES [FOLDS]  measures on articles that the model did not see, fold by fold
///     claims-train measure SENTENCES MODEL     measures a model on sentences
///     claims-train roles SENTENCES LABELLED... OUTPUT       writes roles.bin
///     claims-train validate-roles SENTENCES LABELLED...     measures on labelled documents not learnt from
///     claims-train measure-roles LABELLED MODEL             measures a model on labelled documents
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
  case ("roles", 4...):
    let (articles, training) = try labelled(arguments[1], Array(arguments[2..<(arguments.count - 1)]))
    let bytes = training.model(of: articles).bytes
    try Data(bytes).write(to: URL(filePath: arguments[arguments.count - 1]))
    print("\(arguments[arguments.count - 1]): \(bytes.count) bytes")
  case ("validate-roles", 3...):
    let (articles, training) = try labelled(arguments[1], Array(arguments[2...]))
    RoleMeasuring.validate(articles, training, parts: 4)
  case ("measure-roles", 3):
    guard let model = RoleModel(bytes: [UInt8](try Data(contentsOf: URL(filePath: arguments[2])))) else {
      return print("\(arguments[2]): no model")
    }
    RoleMeasuring.report(try RoleArticle.all(in: arguments[1]).flatMap { RoleMeasuring.told($0, by: model) })
  default:
    print(
      """
      usage: claims-train train SENTENCES OUTPUT | validate SENTENCES [FOLDS] | measure SENTENCES MODEL
             claims-train roles SENTENCES LABELLED... OUTPUT | validate-roles SENTENCES LABELLED...
             claims-train measure-roles LABELLED MODEL
      """)
  }
}

/// Labelled documents, each as it is and as if it cited nothing, and what research articles say of them.
func labelled(_ sentences: String, _ paths: [String]) throws -> ([[RoleTraining.Prepared]], RoleTraining) {
  let research = ResearchTraining.weights(of: try TrainingArticle.all(in: sentences))
  let articles = try paths.flatMap(RoleArticle.all).map { article in
    [article, article.withoutCitations].map { RoleTraining.Prepared($0, research) }
  }
  return (articles, RoleTraining(research: research))
}

try run()
