/// A word or number of the text, as the assembly of matches remembers it.
struct Token {
    /// Bytes of the piece.
    var start = 0
    var end = 0
    /// `WordHash` of its letters.
    var hash: UInt64 = 0
    var count: UInt16 = 0
    /// What stands before it.
    var separator: Separator = []
    var separatorCount: UInt8 = 0
    var isNumber = false
    /// Begins with a capital, or is in a script that has none.
    var isCapital = false
    var isFollowedByDot = false
    /// The hash of all letters of the piece up to its end.
    var running: UInt64 = 0
    /// The value of a number of up to eight digits.
    var value: Int32 = -1
    /// 1 to 12 if it is the name of a month.
    var month: UInt8 = 0
    /// The letter that it may stand for as an initial, or 0.
    var initial: UInt8 = 0
    var roles: LeakIndex.Roles = []

    init() {}
    init(start: Int, end: Int, hash: UInt64, count: Int) {
        (self.start, self.end, self.hash, self.count) = (start, end, hash, UInt16(clamping: count))
    }
}

/// The last few words, by their place among the words of the piece.
final class TokenRing {
    static let size = 32
    private let tokens: UnsafeMutablePointer<Token>

    init() {
        tokens = .allocate(capacity: Self.size)
        tokens.initialize(repeating: Token(), count: Self.size)
    }

    deinit { tokens.deallocate() }

    @inline(__always) subscript(_ place: Int) -> UnsafeMutablePointer<Token> {
        tokens + (place & (Self.size - 1))
    }
}
