internal import CaseFile
internal import XML

extension ContradictionRule {
    /// A certificate of an electronic record that is older than the seizure of what it certifies. Who hands a record over
    /// certifies it before: only what was seized is meant.
    static let certifiedBeforeSeizure = ContradictionRule("certified-before-seizure") { records in
        let seized = Set(
            records.of(.custodyEvent).filter { $0.content("event") == "seize" }.compactMap {
                $0.target("exhibit")
            }
        )
        return records.of(.certificate).flatMap { certificate -> [Contradiction] in
            guard let id = certificate.id, let signed = certificate.moment("signedAt") else { return [] }
            return certificate.targets("exhibit").compactMap { exhibit in
                guard seized.contains(exhibit) || records[exhibit]?.target("search") != nil,
                    let seizedAt = records[exhibit]?.moment("seizedAt"), signed.isBefore(seizedAt)
                else { return nil }
                return Contradiction(
                    about: exhibit,
                    [.init(id, "certificate/signedAt", signed), .init(exhibit, "exhibit/seizedAt", seizedAt)]
                )
            }
        }
    }
}
