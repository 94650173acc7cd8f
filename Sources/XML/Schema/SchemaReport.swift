internal import CXML

/// What can be told of one of libxml2's reports on a document.
///
/// Its message quotes the document, and so do the strings that come with it. Taken from them are only names
/// (of the element, the attribute, the constraint) and what the schema says itself.
struct SchemaReport {
    let code: String
    private(set) var element: String?
    private(set) var attribute: String?
    private(set) var constraint: String?
    private(set) var expected: [String] = []

    init(_ error: xmlError) {
        let message = Self.text(error.message)
        var rest = Substring(message)
        element = Self.name(after: "Element '", in: &rest)
        attribute = Self.name(after: ", attribute '", in: &rest)
        let (first, second, third) = (Self.text(error.str1), Self.text(error.str2), Self.text(error.str3))
        let rule = xmlParserErrors(UInt32(error.code))
        switch rule {
        case XML_SCHEMAV_CVC_IDC:
            (code, constraint) = Self.constraint(first, second, third)
            return
        case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: expected = [Self.local(first)]
        case XML_SCHEMAV_CVC_PATTERN_VALID, XML_SCHEMAV_CVC_MININCLUSIVE_VALID,
            XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID, XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID,
            XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID, XML_SCHEMAV_CVC_TOTALDIGITS_VALID,
            XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID:
            // The first is the value that was found.
            expected = [second]
        case XML_SCHEMAV_CVC_LENGTH_VALID, XML_SCHEMAV_CVC_MINLENGTH_VALID, XML_SCHEMAV_CVC_MAXLENGTH_VALID:
            // With an attribute's value, the value itself stands before the two lengths.
            expected = [attribute == nil ? second : third]
        case XML_SCHEMAV_CVC_ENUMERATION_VALID: expected = Self.values(second)
        case XML_SCHEMAV_ELEMENT_CONTENT: expected = Self.expectedElements(rest)
        default: break
        }
        code = SchemaRule.code(rule)
    }

    /// Which of the three kinds of constraint, and its name.
    private static func constraint(_ first: String, _ second: String, _ third: String) -> (String, String) {
        // A reference: element, key, name of the keyref.
        if !third.isEmpty { return (SchemaRule.keyrefDangling, local(third)) }
        // A field is missing: the designation alone, such as "key identity-constraint '{urn:a}name'".
        if second.isEmpty { return (SchemaRule.keyMissing, local(unquoted(first))) }
        let name = local(unquoted(second))
        // A key in brackets, or the path of a field.
        guard first.hasPrefix("[") else { return (SchemaRule.fieldNotOne, name) }
        return (second.hasPrefix("unique") ? SchemaRule.uniqueTwice : SchemaRule.keyTwice, name)
    }

    // MARK: libxml2's spellings

    private static func text(_ characters: UnsafeMutablePointer<CChar>?) -> String {
        characters.map { String(cString: $0) } ?? ""
    }

    /// Takes `'{namespace}name'` off the front, and returns the name.
    private static func name(after lead: String, in text: inout Substring) -> String? {
        guard text.hasPrefix(lead) else { return nil }
        text = text.dropFirst(lead.count)
        if text.hasPrefix("{"), let end = text.firstIndex(of: "}") { text = text[text.index(after: end)...] }
        guard let end = text.firstIndex(of: "'") else { return nil }
        defer { text = text[text.index(after: end)...] }
        return String(text[..<end])
    }

    private static func local(_ name: String) -> String {
        guard name.hasPrefix("{"), let end = name.firstIndex(of: "}") else { return name }
        return String(name[name.index(after: end)...])
    }

    /// What stands between the first quote and the last.
    private static func unquoted(_ text: String) -> String {
        guard let start = text.firstIndex(of: "'"), let end = text.lastIndex(of: "'"), start < end else {
            return ""
        }
        return String(text[text.index(after: start)..<end])
    }

    /// `'a', 'b'` as a list.
    private static func values(_ text: String) -> [String] {
        guard text.hasPrefix("'"), text.hasSuffix("'"), text.count > 1 else { return [] }
        return text.dropFirst().dropLast().split(separator: "', '", omittingEmptySubsequences: false).map(
            String.init
        )
    }

    /// The names in `Expected is one of ( {urn:a}b, {urn:a}c ).`
    private static func expectedElements(_ text: Substring) -> [String] {
        guard let lead = text.firstRange(of: " Expected is "),
            let start = text[lead.upperBound...].firstIndex(of: "("), let end = text.lastIndex(of: ")")
        else { return [] }
        return text[text.index(after: start)..<end].split(separator: ",").map { item in
            local(item.filter { $0 != " " })
        }
    }
}
