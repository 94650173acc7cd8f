internal import Foundation

extension Data {
    /// Base64 in its one spelling (RFC 4648, section 3.5): of two texts that give the same bytes one is refused.
    init?(strictBase64 text: some Collection<UInt8>) {
        guard let data = Data(base64Encoded: Data(text)), data.base64EncodedData().elementsEqual(text) else {
            return nil
        }
        self = data
    }
}
