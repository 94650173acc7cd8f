import CaseFile

extension Case: Settling {
    mutating func settle(using source: RandomSource) {
        source.atLeastOne(&titles)
        source.order(&openedAt, &closedAt)
    }
}

extension Case.FirstInformation: Settling {
    mutating func settle(using source: RandomSource) { source.order(&receivedAt, &registeredAt) }
}

extension Case.Transfer: Settling {
    mutating func settle(using source: RandomSource) {
        if let ordered = orderedAt, at.isSurelyBefore(ordered) { (orderedAt, at) = (at, ordered) }
    }
}

extension Agency: Settling {
    mutating func settle(using source: RandomSource) { source.atLeastOne(&names) }
}

extension Agency.Registration: Settling {
    mutating func settle(using source: RandomSource) { source.order(&from, &until) }
}

extension Person: Settling {
    mutating func settle(using source: RandomSource) {
        source.either(&names, &pseudonym)
        if pseudonym != nil { (aliases, parentOrSpouse, address, contacts) = ([], nil, nil, []) }
    }
}

extension Identity: Settling {
    mutating func settle(using source: RandomSource) {
        source.either(&names, &envelope)
        guard envelope != nil else { return }
        self = Identity(person: person)
        envelope = source.value()
    }
}

extension Identity.Kin: Settling {
    mutating func settle(using source: RandomSource) { source.atLeastOne(&names) }
}

extension Party: Settling {
    mutating func settle(using source: RandomSource) {
        source.either(&person, &agency)
        source.order(&from, &until)
    }
}

extension Incident: Settling {
    mutating func settle(using source: RandomSource) { source.order(&from, &until) }
}

extension Incident.SceneVisit: Settling {
    mutating func settle(using source: RandomSource) { source.atLeastOne(&visitors) }
}

extension Place.Holder: Settling {
    mutating func settle(using source: RandomSource) { source.order(&from, &until) }
}

extension Search: Settling {
    mutating func settle(using source: RandomSource) {
        source.order(&startedAt, &endedAt)
        source.unique(&officers) { $0 }
        officers.removeAll { $0 == leader }
        source.unique(&calledWitnesses) { $0.person }
    }
}

extension Search.Removal: Settling {
    mutating func settle(using source: RandomSource) { source.order(&removedAt, &producedAt) }
}

extension EvidenceFile: Settling {
    mutating func settle(using source: RandomSource) {
        source.unique(&digests) { $0.algorithm }
        if !digests.contains(where: { $0.algorithm == .sha256 }) {
            digests.append(Digest(.sha256, source.value(HashText.self).text)!)
        }
    }
}

extension CustodyEvent: Settling {
    mutating func settle(using source: RandomSource) {
        if event != .split, event != .copy { parts = [] }
        parts.removeAll { [exhibit] in $0.exhibit == exhibit }
        source.unique(&parts) { $0.exhibit }
        source.unique(&digestsBefore) { $0.algorithm }
        source.unique(&digestsAfter) { $0.algorithm }
    }
}

extension Arrest: Settling {
    mutating func settle(using source: RandomSource) {
        officers.removeAll { [arrestingOfficer] in $0 == arrestingOfficer }
        for index in productions.indices { source.order(&at, &productions[index].at) }
        for index in releases.indices { source.order(&at, &releases[index].at) }
        // Swapping may have moved the arrest later than a production that was in order before.
        productions.removeAll { [at] in $0.at.isSurelyBefore(at) }
        releases.removeAll { [at] in $0.at.isSurelyBefore(at) }
    }
}

extension Arrest.Notification: Settling {
    mutating func settle(using source: RandomSource) { source.either(&informedPerson, &informedAgency) }
}

extension Arrest.Remand: Settling {
    mutating func settle(using source: RandomSource) { source.order(&from, &until) }
}

extension Arrest.PoliceCustody: Settling {
    mutating func settle(using source: RandomSource) {
        source.order(&arrivedAt, &authorisedAt)
        source.order(&arrivedAt, &endedAt)
        if let authorised = authorisedAt, authorised.isSurelyBefore(arrivedAt) { authorisedAt = nil }
    }
}

extension Arrest.Extension: Settling {
    mutating func settle(using source: RandomSource) { source.order(&at, &until) }
}

extension Statement: Settling {
    mutating func settle(using source: RandomSource) {
        source.atLeastOne(&languagesSpoken)
        source.atLeastOne(&paragraphs)
        source.unique(&paragraphs) { $0.number }
        source.order(&startedAt, &endedAt)
    }
}

extension Statement.Oath: Settling {
    mutating func settle(using source: RandomSource) {
        if !administered { reason = reason ?? source.value() }
    }
}

extension Translation: Settling {
    mutating func settle(using source: RandomSource) {
        source.either(&statement, &document)
        source.atLeastOne(&paragraphs)
        source.unique(&paragraphs) { $0.number }
        while fromLanguage == language { language = source.value() }
    }
}

extension Examination: Settling {
    mutating func settle(using source: RandomSource) {
        source.either(&exhibits, &examinee)
        source.unique(&digests) { $0.algorithm }
        var last: Moment?
        for step in [\Self.requestedAt, \.receivedAt, \.startedAt, \.endedAt, \.reportedAt] {
            if let at = self[keyPath: step], let before = last, at.isSurelyBefore(before) {
                self[keyPath: step] = nil
            }
            last = self[keyPath: step] ?? last
        }
    }
}

extension Certificate: Settling {
    mutating func settle(using source: RandomSource) {
        if files.isEmpty { source.atLeastOne(&exhibits) }
        source.unique(&controls) { $0 }
    }
}

extension Charge: Settling {
    mutating func settle(using source: RandomSource) { source.order(&from, &until) }
}

extension OffenceElement: Settling {
    mutating func settle(using source: RandomSource) {
        if presumption != nil { join = join ?? source.value() }
    }
}

extension Proof: Settling {
    mutating func settle(using source: RandomSource) {
        (exhibit, file, statement, arrest, examination, document, certificate) = (
            nil, nil, nil, nil, nil, nil, nil
        )
        switch Int.random(in: 0..<7, using: &source.random) {
        case 0: exhibit = source.value()
        case 1: file = source.value()
        case 2: statement = source.value()
        case 3: arrest = source.value()
        case 4: examination = source.value()
        case 5: document = source.value()
        default: certificate = source.value()
        }
        if statement == nil, document == nil { paragraph = nil }
        if file == nil, document == nil { page = nil }
    }
}

extension CaseDocument: Settling {
    mutating func settle(using source: RandomSource) { source.unique(&paragraphs) { $0.number } }
}

extension Deadline: Settling {
    mutating func settle(using source: RandomSource) {
        source.order(&runsFrom, &due)
        if let extended = extendedTo, extended.isSurelyBefore(due) { extendedTo = due }
    }
}

extension Answer: Settling {
    mutating func settle(using source: RandomSource) {
        if recordVersion.value == 0 { recordVersion = 1 }
        source.order(&at, &until)
    }
}

extension Access: Settling {
    mutating func settle(using source: RandomSource) {
        if action == .read { source.atLeastOne(&identities) }
        source.unique(&identities) { $0 }
        recipient = action.hasRecipient ? recipient ?? source.value() : nil
    }
}

extension Decision: Settling {
    mutating func settle(using source: RandomSource) {
        finding = Code(String(source.value(HashText.self).text.prefix(32)))!
        replacement = action.hasReplacement ? replacement ?? source.value() : nil
        source.unique(&editions) { $0 }
    }
}

extension Edition: Settling {
    mutating func settle(using source: RandomSource) { source.unique(&withholdings) { $0.ref } }
}

extension BundleRecord: Settling {
    mutating func settle(using source: RandomSource) {
        edition = direction == .sent ? edition ?? source.value() : nil
        self.source = direction == .received ? self.source ?? source.value() : nil
        receivedAt = direction == .received ? receivedAt ?? source.value() : nil
        digest = Digest(.sha256, source.value(HashText.self).text)!
    }
}

extension Receipt: Settling {
    mutating func settle(using source: RandomSource) {
        digest = Digest(.sha256, source.value(HashText.self).text)!
        source.order(&receivedAt, &answeredAt)
        source.unique(&answers) { $0.leaf }
    }
}

extension Receipt.Answer: Settling {
    mutating func settle(using source: RandomSource) {
        if decision == .refused { source.atLeastOne(&problems) }
    }
}
