internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Leaks
internal import Sealing

/// How a command opens the identities of a case, where it keeps any: by the key of whoever is at work here.
struct UnlockingOptions: ParsableArguments {
    @OptionGroup var passphrase: PassphraseOptions

    /// The key that opens the identities; nil where there is nothing to open, and then nobody is asked for anything.
    /// - Parameter isNeeded: for something else than the case's identities too.
    func unlock(_ openCase: OpenCase, isNeeded: Bool = false) throws -> SecretKey? {
        guard try isNeeded || !openCase.identities().isEmpty else { return nil }
        let office = openCase.office
        return try office.unlockUserKey { try passphrase.ask(for: office.surroundings.account) }
    }

    /// Everything that must not leave in clear.
    func terms(of openCase: OpenCase, by secret: SecretKey?, purpose: String) throws -> [ProtectedTerm] {
        guard let secret else { return [] }
        return try openCase.protectedTerms(by: secret, purpose: Input.freeText(purpose, "en"))
    }
}

/// For whom sealed covers are made, and what goes into them beside the identities.
struct SealingOptions: ParsableArguments {
    @Option(
        name: .customLong("sealed-for"),
        help: ArgumentHelp(
            "Put the identities into a sealed cover that only this certificate's or public key's owner opens (PEM); "
                + "may be given again.",
            valueName: "file"
        ),
        completion: .file()
    )
    var recipients: [String] = []

    @Option(
        name: .customLong("seal-record"),
        help: ArgumentHelp(
            "A record that a court has sealed, to go under the cover too; by name or id.",
            valueName: "record"
        )
    )
    var records: [String] = []

    /// One part for each recipient; none where there are no recipients.
    func sealedCovers(
        of openCase: OpenCase,
        edition: String,
        by secret: SecretKey?
    ) throws -> [[UInt8]] {
        guard !recipients.isEmpty, let secret else {
            guard records.isEmpty else { throw InputError.missing("--sealed-for") }
            return []
        }
        let keys = try recipients.map { try RecipientKey(pem: Input.text(of: $0)) }
        return try openCase.sealedCovers(
            for: keys,
            unlockedBy: secret,
            sealedRecords: records.map { try openCase.record(named: $0) },
            purpose: Input.freeText("sealed cover with the \(edition) edition", "en")
        )
    }
}
