#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// An attribute in the parser's memory.
struct RawAttribute {
    let local: UnsafePointer<UInt8>
    let prefix: UnsafePointer<UInt8>?
    let namespace: UnsafePointer<UInt8>?
    let value: UnsafeBufferPointer<UInt8>
    /// Its number in the reader's `NameTable`.
    let number: Int
}

/// The attributes of one start tag after the other.
struct RawAttributes: ~Copyable {
    private let items: UnsafeMutableBufferPointer<RawAttribute>
    private var count = 0
    /// Where values are put that libxml2 does not give as they are; made when first needed.
    private var values: UnsafeMutableBufferPointer<UInt8>?
    private var used = 0
    private let maxTagBytes: Int
    private var numbers: NameNumbers

    init(names: [NameTable.Name], limits: XMLLimits) {
        items = .allocate(capacity: limits.maxAttributes)
        maxTagBytes = limits.maxTagBytes
        numbers = NameNumbers(names)
    }

    deinit {
        items.deallocate()
        values?.deallocate()
    }

    var current: UnsafeBufferPointer<RawAttribute> {
        UnsafeBufferPointer(start: items.baseAddress, count: count)
    }

    /// How many different names there were.
    var nameCount: Int { numbers.count }

    /// Takes libxml2's array: for each attribute its local name, prefix, namespace, and the value's start and
    /// end.
    mutating func set(_ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) throws(XMLError) {
        // The guard has counted them, and nothing may be written beyond the buffers even if it miscounted.
        guard count <= items.count else { throw .tooManyAttributes }
        self.count = count
        used = 0
        guard var field = fields else { return }
        for index in 0..<count {
            guard let local = field[0], let start = field[3], let end = field[4] else {
                self.count = index
                return
            }
            items[index] = RawAttribute(
                local: local,
                prefix: field[1],
                namespace: field[2],
                value: try resolved(UnsafeBufferPointer(start: start, count: start.distance(to: end))),
                number: numbers.number(local: local, namespace: field[2])
            )
            field += 5
        }
    }

    /// The value as it is meant: libxml2 hands every `&` over as `&#38;`, for its own builder to resolve.
    private mutating func resolved(
        _ value: UnsafeBufferPointer<UInt8>
    ) throws(XMLError) -> UnsafeBufferPointer<UInt8> {
        guard let start = value.baseAddress, memchr(start, Int32(UInt8(ascii: "&")), value.count) != nil
        else {
            return value
        }
        // Reading a tag makes it no longer, so that the values of one always fit.
        let values = self.values ?? .allocate(capacity: maxTagBytes)
        self.values = values
        let first = used
        var index = 0
        while index < value.count {
            guard used < values.count else { throw .tagTooLong }
            values[used] = value[index]
            used += 1
            index += value[index] == UInt8(ascii: "&") ? 5 : 1
        }
        return UnsafeBufferPointer(rebasing: values[first..<used])
    }
}
