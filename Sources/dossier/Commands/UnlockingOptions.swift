internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Leaks
internal import Sealing

/// How a command opens the identities of a case, where it keeps any: by the key of whoever is at work here.
struct UnlockingOptions: ParsableArguments {
    @OptionGroup var passphrase: PassphraseOptions

    /// Everything that must not leave in clear. A case without identities asks for no passphrase.
    func terms(of openCase: OpenCase, purpose: String, on terminal: Terminal) throws -> [ProtectedTerm] {
        guard try !openCase.identities().isEmpty else { return [] }
        let text = try Input.freeText(purpose, "en")
        return try openCase.protectedTerms(by: unlock(openCase.office), purpose: text)
    }

    private func unlock(_ office: Office) throws -> SecretKey {
        try office.unlockUserKey { try passphrase.ask(for: office.surroundings.account) }
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
        _ passphrase: PassphraseOptions
    ) throws -> [[UInt8]] {
        guard !recipients.isEmpty else {
            guard records.isEmpty else { throw InputError.missing("--sealed-for") }
            return []
        }
        let office = openCase.office
        let keys = try recipients.map { try RecipientKey(pem: Input.text(of: $0)) }
        return try openCase.sealedCovers(
            for: keys,
            unlockedBy: office.unlockUserKey { try passphrase.ask(for: office.surroundings.account) },
            sealedRecords: records.map { try openCase.record(named: $0) },
            purpose: Input.freeText("sealed cover with the \(edition) edition", "en")
        )
    }
}
