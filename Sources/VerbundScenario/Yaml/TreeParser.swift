import Foundation
import Synchronization
import VerbundCore
import Yams

/// Turns a YAML text into a tree without aliases, within the limits.
enum TreeParser {
  /// Yams recurses on the depth of the text, which libyaml holds below 1,000 only: more than the
  /// stack of a worker thread bears.
  private static let stackSize = 64 << 20

  /// The root of the text, or what stops its reading; issues that do not stop it are added.
  static func parse(_ text: String, file: String, issues: inout [Issue]) -> Tree? {
    let start = SourcePosition(file: file, line: 1, column: 1)
    let hostile = HostileText(text)
    if hostile.isHuge {
      issues.append(Issue(at: start, tooManyNodes))
      return nil
    }
    if hostile.mayExplode {
      issues.append(
        Issue(
          at: start, "keys must be plain text",
          hint: "a list, a mapping or an alias (*name) as key is not read"))
      return nil
    }
    let outcome = Mutex<(Tree?, [Issue])>((nil, []))
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let result = compose(text, file: file)
      outcome.withLock { $0 = result }
      done.signal()
    }
    thread.stackSize = stackSize
    thread.start()
    done.wait()
    let (tree, found) = outcome.withLock { $0 }
    issues += found
    return tree
  }

  static let tooManyNodes = "more than \(Limits.nodes) values after aliases"

  private static func compose(_ text: String, file: String) -> (Tree?, [Issue]) {
    var keys = DuplicateKeys(text: text, file: file)
    while true {
      do {
        guard let node = try Parser(yaml: keys.text, encoding: .utf8).singleRoot() else {
          return (nil, [Issue(at: SourcePosition(file: file, line: 1, column: 1), "empty file")])
        }
        var converter = NodeConverter(keys: keys)
        let tree = converter.convert(node)
        return (tree, keys.issues + converter.issues)
      } catch let error as YamlError {
        if keys.mend(error) { continue }
        return (nil, keys.issues + [issue(for: error, file: file, keys: keys)])
      } catch {
        let start = SourcePosition(file: file, line: 1, column: 1)
        return (nil, keys.issues + [Issue(at: start, "not readable as YAML")])
      }
    }
  }

  private static func issue(for error: YamlError, file: String, keys: DuplicateKeys) -> Issue {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if problem.contains("nesting level") {
        return Issue(at: keys.position(mark), "nested deeper than \(Limits.depth)")
      }
      let place = context.map { " \($0.text) in line \($0.mark.line)" } ?? ""
      return Issue(at: keys.position(mark), "no valid YAML: \(problem)\(place)")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = 1 + before.unicodeScalars.count { $0 == "\n" }
      return Issue(
        at: SourcePosition(file: file, line: line, column: 1), "no valid YAML: \(problem)",
        hint: "is it a text file?")
    case .duplicatedKeysInMapping(let names, let context):
      let quoted = names.map { "\"\($0)\"" }.joined(separator: ", ")
      return Issue(at: keys.position(context.mark), "\(quoted) is given more than once")
    default:
      return Issue(at: SourcePosition(file: file, line: 1, column: 1), "not readable as YAML")
    }
  }
}
