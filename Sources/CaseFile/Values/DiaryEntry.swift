/// An entry in the general or station diary.
public struct DiaryEntry: Codable, Hashable, Sendable {
    /// Its number.
    public var number: Code
    /// When it was made.
    public var at: Moment?

    public init(number: Code, at: Moment? = nil) {
        self.number = number
        self.at = at
    }
}
