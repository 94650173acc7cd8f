public import Foundation

/// Writes the signature file of a container: XAdES-B-B (EN 319 132-1) over every data file.
public enum SignatureWriter {
    /// Where the file belongs in the container (EN 319 162-1 §4.4.3.2).
    public static let path = "META-INF/signatures001.xml"

    /// Signs.
    ///
    /// The cost is linear in the number of files: about 500 bytes and 2 µs for each.
    ///
    /// - Parameters:
    ///   - files: every entry but `mimetype` and what is under `META-INF/`, in the order to be written.
    ///   - now: the signing time that is claimed; parts of a second are dropped.
    ///   - identity: whose signature it is; its certificates must be valid at `now`.
    /// - Returns: the bytes of ``path``. They differ from call to call in the signature value alone (ECDSA draws a
    ///   random number for each signature).
    public static func sign(
        _ files: [SignedFile],
        at now: Date,
        by identity: SigningIdentity
    ) throws(SignatureWriterError) -> [UInt8] {
        guard !files.isEmpty else { throw .nothingToSign }
        var paths: Set<[UInt8]> = []
        for (position, file) in files.enumerated() {
            guard EntryPath.isSound(file.path), !EntryPath.isPackaging(file.path) else {
                throw .unusablePath(position: position)
            }
            guard paths.insert(Array(file.path.utf8)).inserted else {
                throw .duplicatePath(position: position)
            }
            guard file.sha256.count == DigestAlgorithm.sha256.byteCount else {
                throw .wrongDigestLength(position: position)
            }
            guard SignedFile.isUsableMediaType(file.mediaType) else {
                throw .unusableMediaType(position: position)
            }
        }
        do throws(SigningIdentityError) {
            let time = SigningTime(now)
            try identity.check(at: time.date)
            let entries = files.lazy.map { (path: $0.path, digest: $0.sha256, mediaType: $0.mediaType) }
            let properties = SignatureLayout.signedProperties(
                files: entries,
                time: time,
                certificates: identity.chain
            )
            let info = SignatureLayout.signedInfo(
                files: entries,
                method: identity.algorithm,
                signedPropertiesDigest: DigestAlgorithm.sha256.digest(properties)
            )
            return SignatureLayout.document(
                signedInfo: info,
                value: try identity.key.signature(over: info),
                certificates: identity.chain,
                signedProperties: properties
            )
        } catch {
            throw .identity(error)
        }
    }
}

/// Why nothing was signed. `position` is that of a file among those given, from 0.
public enum SignatureWriterError: Error, Equatable {
    case nothingToSign
    /// A path that cannot name an entry, or names `mimetype` or something under `META-INF/`.
    case unusablePath(position: Int)
    case duplicatePath(position: Int)
    case wrongDigestLength(position: Int)
    case unusableMediaType(position: Int)
    /// The identity cannot sign now.
    case identity(SigningIdentityError)
}

extension SignatureWriterError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .nothingToSign: "there is no file to sign"
        case .unusablePath(let position): "file \(position + 1) has a path that no container entry may have"
        case .duplicatePath(let position): "file \(position + 1) has the path of another file"
        case .wrongDigestLength(let position): "the digest of file \(position + 1) is not one of SHA-256"
        case .unusableMediaType(let position): "the media type of file \(position + 1) cannot be written"
        case .identity(let error): error.description
        }
    }
}
