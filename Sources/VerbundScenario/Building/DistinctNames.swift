import VerbundModel

/// Sites and workloads with names that tell them apart: where several have the same one, by being
/// like one preset, each has its id behind it.
func distinctNames<Entry>(
  _ entries: [Entry], id: KeyPath<Entry, String>, name: WritableKeyPath<Entry, LocalizedText>
) -> [Entry] {
  var entries = entries
  for text in [\LocalizedText.de, \LocalizedText.en] {
    let path = name.appending(path: text)
    let holders = Dictionary(grouping: entries.indices) { entries[$0][keyPath: path] }
    for index in holders.values.filter({ $0.count > 1 }).joined() {
      entries[index][keyPath: path] += " (\(entries[index][keyPath: id]))"
    }
  }
  return entries
}
