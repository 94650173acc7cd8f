internal import CaseFile
internal import XML

extension ContradictionRule {
    /// An order that a record dates otherwise than the order's own record does, or that was made after what was done by it.
    static let authorityDate = ContradictionRule("authority-date") { records in
        let kinds: [Kind] = [.arrest, .search, .custodyEvent, .examination, .case, .party, .charge]
        return kinds.flatMap { kind in
            records.of(kind).flatMap { record in
                authorities(in: record, path: kind.rawValue).compactMap { authority, path -> Contradiction? in
                    guard let id = record.id, let stated = authority.moment("date"),
                        let document = records[authority.target("document")], let documentID = document.id,
                        let date = document.moment("date"), stated.isOnAnotherDay(than: date),
                        authority.content("number") == nil
                            || authority.content("number") == document.content("number")
                    else { return nil }
                    // A register or diary is one paper with many days.
                    guard !["register-entry", "diary-entry"].contains(authority.content("kind")) else {
                        return nil
                    }
                    return Contradiction(
                        about: documentID,
                        [.init(id, "\(path)/date", stated), .init(documentID, "document/date", date)]
                    )
                }
            }
        }
    }

    private static func authorities(in node: DocumentNode, path: String) -> [(DocumentNode, String)] {
        node.elements.flatMap { child -> [(DocumentNode, String)] in
            let path = "\(path)/\(child.local)"
            return child.local == "authority" || child.local == "nightPermission"
                ? [(child, path)] : authorities(in: child, path: path)
        }
    }
}
