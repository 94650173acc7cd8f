internal import CaseFile
internal import XML

/// `office.xml`: which agency this home belongs to.
struct OfficeFile {
    let code: String
    let name: FreeText

    init(code: String, name: FreeText) {
        self.code = code
        self.name = name
    }

    init?(_ bytes: [UInt8]) {
        guard let root = try? Element(parsing: bytes), root.name == CaseFileGrammar.name("office"),
            let code = root[attribute: "code"], Recorder.isCode(code),
            let element = root.elements.first, let name = try? FreeText(content: element, path: "office/name")
        else { return nil }
        self.init(code: code, name: name)
    }

    func bytes() throws -> [UInt8] {
        var root = Element(CaseFileGrammar.name("office"))
        root.attributes = [Attribute(local: "code", value: code)]
        var element = Element(CaseFileGrammar.name("name"))
        name.fill(&element)
        root.children = [.element(element)]
        return try root.canonicalBytes() + [0x0A]
    }
}
