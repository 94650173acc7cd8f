extension StringProtocol {
    /// Whether two texts are the same bytes. Swift's `==` would take another spelling of a character, such as
    /// U+212A KELVIN SIGN for K, for the same.
    func isExactly(_ other: some StringProtocol) -> Bool { utf8.elementsEqual(other.utf8) }
}
