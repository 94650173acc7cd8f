internal import CaseFile
internal import Leaks

/// The terms of an identity, each with a code that says which it is without saying it: `0197c1d2-…/name/1`.
enum IdentityTerms {
    static func of(_ identity: Identity, id: RecordID) -> [ProtectedTerm] {
        var terms: [ProtectedTerm] = []
        var counts: [String: Int] = [:]
        func add(_ element: String, _ kind: ProtectedTerm.Kind, _ text: String) {
            guard !text.isEmpty else { return }
            counts[element, default: 0] += 1
            terms.append(ProtectedTerm(code: "\(id)/\(element)/\(counts[element]!)", kind: kind, text: text))
        }
        // A reference inside a text is no part of what a reader would recognise.
        func add(_ element: String, _ kind: ProtectedTerm.Kind, _ texts: [FreeText]) {
            for text in texts { add(element, kind, text.plain { _ in "" }) }
        }
        func add(_ contacts: [Contact]) {
            for contact in contacts {
                let kind: ProtectedTerm.Kind =
                    switch contact.kind {
                    case .telephone: .phone
                    case .email: .email
                    case .postal: .address
                    case .other: .other
                    }
                add("contact", kind, contact.value.text)
            }
        }
        add("name", .name, identity.names)
        add("nickname", .nickname, identity.nicknames)
        if let date = identity.birthDate { add("birthDate", .birthDate, date.text) }
        for address in identity.addresses {
            // A town or a district fits too many to make anybody known; a village or a neighbourhood does.
            add(
                "address",
                .address,
                address.lines + [address.locality, address.postOffice].compactMap { $0 }
            )
        }
        add("school", .school, identity.schools)
        for kin in identity.kin {
            add("kin", .kin, kin.names)
            add(kin.contacts)
        }
        add(identity.contacts)
        for account in identity.accounts { add("account", .account, account.handle.text) }
        for paper in identity.papers { add("paper", .paper, paper.number.text) }
        add("mark", .other, identity.marks)
        add("otherTerm", .other, identity.otherTerms)
        return terms
    }
}
