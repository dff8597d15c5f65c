import ArgumentParser
import VerbundPlan
import VerbundScenario

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files, for editors and checks.",
    discussion: """
      As the first line of a scenario, editors with the YAML language server complete and check it:
      # yaml-language-server: $schema=schema/verbund-1.schema.json
      """)

  func run() throws {
    let meanings = PolicyCatalog.all.map {
      ChoiceMeaning(kind: $0.kind, id: $0.id, text: $0.text[.en])
    }
    try Console.print(ScenarioSchema.text(meanings))
  }
}
