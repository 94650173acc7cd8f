/// A word or number of the text, as the assembly of matches remembers it.
struct Token {
    /// Bytes of the piece.
    var start = 0
    var end = 0
    /// `WordHash` of its letters.
    var hash: UInt64 = 0
    var count = 0
    /// What stands before it.
    var separator: Separator = []
    var separatorCount: UInt8 = 0
    var isNumber = false
    /// Begins with a capital, or is in a script that has none.
    var isCapital = false
    var isFollowedByDot = false
    /// Has letters of terms run together before it: the hash of all letters up to its end.
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
        (self.start, self.end, self.hash, self.count) = (start, end, hash, count)
    }
}
