internal import Foundation

/// Base64 (RFC 4648 section 4) on one line, padded.
enum Base64 {
    static func text(_ bytes: some Collection<UInt8>) -> String { Data(bytes).base64EncodedString() }

    /// Nil for all but the one spelling: Foundation's decoder would let the unused bits of the last digit be
    /// anything, and an altered note could then pass for the one that was signed.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString().isExactly(text) else {
            return nil
        }
        return Array(data)
    }
}
