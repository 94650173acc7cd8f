/// Reads text in chunks of any size and gives the matches as they are certain.
///
/// Where the chunks are cut changes nothing. The scanner remembers a few words, whatever the length of the
/// text. It belongs to one thread at a time.
public final class LeakScanner {
    /// Bytes that cannot be judged before more is known.
    private var carried: [UInt8] = []
    private var reading: Reading

    init(_ tables: LeakMatcher.Tables, pieceSize: Int) {
        reading = Reading(tables, pieceSize: pieceSize)
    }

    /// The matches in one whole piece, by where they begin. What was fed before is forgotten.
    public func matches(in text: UnsafeBufferPointer<UInt8>) -> [LeakMatch] {
        carried.removeAll(keepingCapacity: true)
        reading.reset()
        _ = reading.process(text, isLast: true)
        return reading.finish().sorted(by: Self.precedes)
    }

    /// Takes the next bytes of the piece; gives the matches that are certain by now.
    public func feed(_ chunk: some Collection<UInt8>) -> [LeakMatch] {
        carried.append(contentsOf: chunk)
        let used = carried.withUnsafeBufferPointer { reading.process($0, isLast: false) }
        carried.removeFirst(used)
        return reading.take()
    }

    /// Ends the piece: gives the last matches, and is ready for another.
    public func finish() -> [LeakMatch] {
        _ = carried.withUnsafeBufferPointer { reading.process($0, isLast: true) }
        carried.removeAll(keepingCapacity: true)
        return reading.finish().sorted(by: Self.precedes)
    }

    static func precedes(_ one: LeakMatch, _ other: LeakMatch) -> Bool {
        (one.range.lowerBound, one.range.upperBound, one.term)
            < (other.range.lowerBound, other.range.upperBound, other.term)
    }
}
