import CaseFile
import Casework
import Foundation
import Sealing

/// A case with a protected person, and the keys that identities need.
struct IdentityDesk {
    let office: TestOffice
    let openCase: OpenCase
    let secret: SecretKey
    let recovery: SecretKey

    static let passphrase = Array("four plain words here".utf8)
    static let why = FreeText("The court asked", .english)!

    /// What must be found nowhere: each in the script that it is written in.
    static let names = ["Ratnabali Ghoshal", "রত্নাবলী ঘোষাল", "रत्नावली घोषाल"]
    static let terms =
        names + [
            "Mithu", "17 Kumortuli Lane", "Bhavanipur Balika Vidyalaya", "Shibani Ghoshal", "+91 98300 12345",
            "2010-02-17", "WB-1203-445512",
        ]

    init(withRecovery: Bool = true) throws {
        office = try TestOffice()
        openCase = try office.newCase()
        try openCase.record(drafts: Drafts.of(Self.protected("Banyan")))
        var kept: SecretKey?
        if withRecovery { try openCase.office.makeRecoveryKey { kept = $0 } }
        var random = SeededRandom(seed: 99)
        recovery = kept ?? SecretKey(using: &random)
        try openCase.office.makeUserKey(work: .light) { Self.passphrase }
        secret = try openCase.office.unlockUserKey { Self.passphrase }
    }

    static func protected(_ pseudonym: String) -> String {
        "<person><pseudonym>\(pseudonym)</pseudonym><sex>female</sex></person>"
    }

    /// An identity in three scripts, with a picture.
    static func draft(_ person: String = "Banyan", picture: [UInt8]? = nil) -> [UInt8] {
        let content = picture.map {
            "<picture><mediaType>image/jpeg</mediaType><content>\(Data($0).base64EncodedString())</content></picture>"
        }
        return Array(
            """
            <identity xmlns="urn:dossier:casefile:1"><person to="\(person)"/>\
            <name language="en">\(names[0])</name><name language="bn">\(names[1])</name>\
            <name language="hi">\(names[2])</name><nickname language="en">Mithu</nickname>\
            <birthDate>2010-02-17+05:30</birthDate>\
            <address><line language="en">17 Kumortuli Lane</line><town language="en">Kolkata</town></address>\
            <school language="en">Bhavanipur Balika Vidyalaya</school>\
            <kin><name language="en">Shibani Ghoshal</name><relation language="en">mother</relation></kin>\
            <contact><kind>telephone</kind><value>+91 98300 12345</value></contact>\
            <paper><kind>birth-certificate</kind><number>WB-1203-445512</number></paper>\
            \(content ?? "")</identity>
            """.utf8
        )
    }

    @discardableResult
    func add(_ draft: [UInt8] = Self.draft()) throws -> RecordedIdentity {
        try openCase.record(try openCase.identity(draft: draft), by: secret)
    }

    /// The same office with another account at work, who has a key.
    func colleague(_ account: String) throws -> (openCase: OpenCase, secret: SecretKey) {
        let office = try office.open(account: account)
        try office.makeUserKey(work: .light) { Self.passphrase }
        return (try office.open("KOL-7"), try office.unlockUserKey { Self.passphrase })
    }

    func accesses() throws -> [Access] {
        try openCase.list(.access).sorted { $0.seq < $1.seq }.compactMap { $0.record.body as? Access }
    }
}
