import VerbundCore

/// Writes values into a hash so that no two different lists of values give the same bytes: every
/// text and list is led by its length, every optional by a word that says whether it is there.
struct DigestWriter {
  private var hash = SHA256()

  mutating func add(_ number: Int64) { hash.update(UInt64(bitPattern: number)) }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0 as Int64) }

  mutating func add(_ text: String) {
    add(Int64(text.utf8.count))
    hash.update(text)
  }

  /// By bit pattern. NaN is no value, as it is in a file.
  mutating func add(_ number: Double?) {
    guard let number, !number.isNaN else { return add(0 as Int64) }
    add(1 as Int64)
    hash.update(number.bitPattern)
  }

  mutating func add(_ account: Account) {
    hash.update(UInt64(truncatingIfNeeded: account.value >> 64))
    hash.update(UInt64(truncatingIfNeeded: account.value))
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout DigestWriter, Element) -> Void
  ) {
    add(Int64(elements.count))
    for element in elements { write(&self, element) }
  }

  consuming func finalize() -> Digest { hash.finalize() }
}
