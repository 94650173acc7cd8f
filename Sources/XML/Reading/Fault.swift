internal import CXML

/// An error of libxml2, kept as code and line: its messages quote the document.
struct Fault {
    let code: Int
    let line: Int

    var error: XMLError {
        switch xmlParserErrors(UInt32(code)) {
        case XML_ERR_INVALID_ENCODING, XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING:
            .notWellFormed(line: line, message: "bytes that are not UTF-8")
        case XML_ERR_NO_MEMORY: .outOfMemory
        case XML_ERR_NAME_TOO_LONG: .nameTooLong
        default: .notWellFormed(line: line, message: message)
        }
    }

    /// The rule that is broken, in our own words.
    private var message: String {
        switch xmlParserErrors(UInt32(code)) {
        case XML_ERR_DOCUMENT_EMPTY: "it is empty"
        case XML_ERR_DOCUMENT_END: "there is something after the last element"
        case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF: "a character that XML forbids"
        case XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_DEC_CHARREF:
            "a character reference without a number"
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
            "a reference to an entity, of which XML has five"
        case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_NO_NAME,
            XML_ERR_NAME_REQUIRED:
            "a name is missing or wrong"
        case XML_ERR_LT_IN_ATTRIBUTE: "`<` in an attribute's value"
        case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
            "an attribute without a value in quotes"
        case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED: "an attribute stands twice"
        case XML_ERR_TAG_NAME_MISMATCH: "an end tag that does not match its start tag"
        case XML_ERR_TAG_NOT_FINISHED, XML_ERR_GT_REQUIRED, XML_ERR_LTSLASH_REQUIRED:
            "an element without its end"
        case XML_ERR_SPACE_REQUIRED: "white space is missing"
        case XML_ERR_COMMENT_NOT_FINISHED, XML_ERR_HYPHEN_IN_COMMENT: "a comment that is not in its form"
        case XML_ERR_CDATA_NOT_FINISHED: "a CDATA section without its end"
        case XML_ERR_MISPLACED_CDATA_END: "`]]>` in a text"
        case XML_ERR_RESERVED_XML_NAME: "an XML declaration that is not at the start"
        case XML_NS_ERR_UNDEFINED_NAMESPACE: "a prefix that stands for no namespace"
        case XML_NS_ERR_XML_NAMESPACE, XML_NS_ERR_QNAME, XML_NS_ERR_EMPTY, XML_NS_ERR_COLON, XML_WAR_NS_URI:
            "a name or a namespace that is not in its form"
        default: "error \(code) of libxml2"
        }
    }
}
