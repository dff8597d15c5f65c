import Foundation

/// A folder outside the results, to which files are written whole or not at all.
public struct OutputFolder: Sendable {
  public let path: String

  /// Makes the folder if it is not there.
  public init(_ path: String) throws(StudyError) {
    try Disk.makeFolder(path)
    self.path = path
  }

  /// - Returns: the path of the file.
  public func write(_ bytes: Data, as name: String) throws(StudyError) -> String {
    let file = "\(path)/\(name)"
    try Disk.write(bytes, to: file)
    return file
  }
}
