internal import SwiftASN1
internal import X509

extension Certificate {
    /// `IssuerSerial` of RFC 5035 §5 for this certificate, DER: what `xades:IssuerSerialV2` carries in base64.
    ///
    /// It says less than the digest beside it; it is there because people look certificates up by it.
    var issuerSerial: [UInt8] {
        var serializer = DER.Serializer()
        // Writes into memory from values that came from DER: it cannot fail.
        try! serializer.appendConstructedNode(identifier: .sequence) { issuerSerial in
            try issuerSerial.appendConstructedNode(identifier: .sequence) { generalNames in
                let directoryName = ASN1Identifier(tagWithNumber: 4, tagClass: .contextSpecific)
                try generalNames.appendConstructedNode(identifier: directoryName) { try $0.serialize(issuer) }
            }
            try issuerSerial.serialize(serialNumber.bytes)
        }
        return serializer.serializedBytes
    }
}
