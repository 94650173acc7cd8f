import Ledger
import Testing

@Suite struct HashTests {
    static let hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

    @Test func readsWhatItPrints() throws {
        let hash = try #require(Hash(hex: Self.hex))
        #expect(hash.description == Self.hex)
        #expect(hash.bytes == Array(0..<32))
        #expect(Hash(bytes: hash.bytes) == hash)
    }

    @Test(arguments: [
        "", "00", hex + "00", String(hex.dropLast()), String(hex.dropLast()) + "F", hex.uppercased(),
    ])
    func refusesOtherLengthsAndSpellings(text: String) {
        #expect(Hash(hex: text) == nil)
    }
}
