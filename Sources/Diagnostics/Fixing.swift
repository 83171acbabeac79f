/// The text with the replacements that diagnostics offer for it, and nothing else changed.
///
/// A replacement is used where its bytes lie in this file and overlap no replacement before it; of
/// two for the same bytes the one of the earlier diagnostic in their total order counts. Applying
/// the fixes of the new text's own diagnostics again changes nothing more than they offer.
///
/// Complexity: O(n log n) in the number of diagnostics, plus the size of the text.
public func applyFixes(_ diagnostics: [Diagnostic], to source: SourceText) -> [UInt8] {
  let fixes = diagnostics.sorted().compactMap(\.fix)
    .filter { $0.span.file == source.file && $0.span.end <= source.bytes.count }
    .enumerated()
    .sorted { ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset) }
    .map(\.element)
  var output: [UInt8] = []
  output.reserveCapacity(source.bytes.count)
  var done = 0
  var last: Int?
  for fix in fixes where fix.span.start >= done && fix.span.start != last {
    last = fix.span.start
    output += source.bytes[done..<fix.span.start]
    output += fix.replacement.utf8
    done = fix.span.end
  }
  return output + source.bytes[done...]
}
