import Testing
import VerbundScenario

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a/b", "a", "b"), ("a/b/", "a", "b"), ("/a", "/", "a"), ("a", ".", "a"), (".", ".", "."),
    ("/", "/", "/"), ("//", "/", "/"), ("a//b", "a", "b"), ("é", ".", "é"), ("", ".", ""),
    ("./x", ".", "x"), ("/a/b/c.txt", "/a/b", "c.txt"),
  ])
  func partsOfAPath(_ path: String, _ parent: String, _ name: String) {
    #expect(FilePath.parent(path) == parent)
    #expect(FilePath.name(path) == name)
  }
}
