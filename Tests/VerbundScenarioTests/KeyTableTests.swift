import Testing
import VerbundCore

@testable import VerbundScenario

@Suite struct KeyTableTests {
  /// All tables below the root, each once.
  private func tables(_ kind: Kind, _ found: inout [KeyTable]) {
    switch kind {
    case .table(let table), .preset(_, let table), .law(let table):
      found.append(table)
      for key in table.keys { tables(key.kind, &found) }
    case .map(let inner), .timeMap(let inner), .shareMap(let inner), .list(let inner, _):
      tables(inner, &found)
    default: break
    }
  }

  private var all: [KeyTable] {
    var found: [KeyTable] = []
    tables(.table(RootTable.root), &found)
    return found
  }

  @Test func everyKeyIsDocumented() throws {
    let page = try Folder.text("\(Folder.scenarios)/../docs/scenario-format.md")
    for table in all {
      for key in table.keys {
        #expect(page.contains("`\(key.name)`"), "\(key.name) is missing in docs/scenario-format.md")
        #expect(!key.doc.isEmpty)
      }
    }
  }

  @Test func namesAreUniqueAndFreeOfReservedOnes() {
    for table in all {
      let names = table.keys.map(\.name)
      #expect(Set(names).count == names.count)
      for name in ["value", "confidence", "source", "like"] { #expect(!names.contains(name)) }
    }
  }

  @Test func everyDefaultIsAValueOfItsKind() throws {
    for table in all {
      for key in table.keys {
        guard case .standard(let text, _, _) = key.presence else { continue }
        let tree = Tree(
          content: .mapping([]), position: SourcePosition(file: "", line: 1, column: 1))
        if case .list = key.kind {
          #expect(Record(tree, table).numbers(key.name) != nil)
        } else {
          #expect(throws: Never.self) { _ = try key.kind.value(of: text) }
        }
      }
    }
  }
}
