internal import CXML

/// The validation rules of XML Schema 1.0 that libxml2 reports: its number for each, the standard's name, and
/// ours.
enum SchemaRule {
    static func code(_ error: xmlParserErrors) -> String {
        names[error.rawValue] ?? "libxml2-\(error.rawValue)"
    }

    static func message(_ code: String) -> String {
        messages[code] ?? "a rule of the schema is broken"
    }

    /// The rules of a value's facets. libxml2 reports such a value twice, the second time as not of its type.
    static let facets: Set<String> = [
        "cvc-length-valid", "cvc-minLength-valid", "cvc-maxLength-valid", "cvc-minInclusive-valid",
        "cvc-maxInclusive-valid", "cvc-minExclusive-valid", "cvc-maxExclusive-valid",
        "cvc-totalDigits-valid", "cvc-fractionDigits-valid", "cvc-pattern-valid", "cvc-enumeration-valid",
    ]

    static let datatypes: Set<String> = [
        "cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.2", "cvc-datatype-valid.1.2.3",
    ]

    static let uniqueTwice = "cvc-identity-constraint.4.1"
    static let keyMissing = "cvc-identity-constraint.4.2.1"
    static let keyTwice = "cvc-identity-constraint.4.2.2"
    static let keyrefDangling = "cvc-identity-constraint.4.3"
    static let fieldNotOne = "cvc-identity-constraint.3"

    private static let names: [UInt32: String] = [
        XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_1.rawValue: "cvc-datatype-valid.1.2.1",
        XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_2.rawValue: "cvc-datatype-valid.1.2.2",
        XML_SCHEMAV_CVC_DATATYPE_VALID_1_2_3.rawValue: "cvc-datatype-valid.1.2.3",
        XML_SCHEMAV_CVC_TYPE_1.rawValue: "cvc-type.1",
        XML_SCHEMAV_CVC_TYPE_2.rawValue: "cvc-type.2",
        XML_SCHEMAV_CVC_TYPE_3_1_1.rawValue: "cvc-type.3.1.1",
        XML_SCHEMAV_CVC_TYPE_3_1_2.rawValue: "cvc-type.3.1.2",
        XML_SCHEMAV_CVC_LENGTH_VALID.rawValue: "cvc-length-valid",
        XML_SCHEMAV_CVC_MINLENGTH_VALID.rawValue: "cvc-minLength-valid",
        XML_SCHEMAV_CVC_MAXLENGTH_VALID.rawValue: "cvc-maxLength-valid",
        XML_SCHEMAV_CVC_MININCLUSIVE_VALID.rawValue: "cvc-minInclusive-valid",
        XML_SCHEMAV_CVC_MAXINCLUSIVE_VALID.rawValue: "cvc-maxInclusive-valid",
        XML_SCHEMAV_CVC_MINEXCLUSIVE_VALID.rawValue: "cvc-minExclusive-valid",
        XML_SCHEMAV_CVC_MAXEXCLUSIVE_VALID.rawValue: "cvc-maxExclusive-valid",
        XML_SCHEMAV_CVC_TOTALDIGITS_VALID.rawValue: "cvc-totalDigits-valid",
        XML_SCHEMAV_CVC_FRACTIONDIGITS_VALID.rawValue: "cvc-fractionDigits-valid",
        XML_SCHEMAV_CVC_PATTERN_VALID.rawValue: "cvc-pattern-valid",
        XML_SCHEMAV_CVC_ENUMERATION_VALID.rawValue: "cvc-enumeration-valid",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1.rawValue: "cvc-complex-type.2.1",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_2_2.rawValue: "cvc-complex-type.2.2",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3.rawValue: "cvc-complex-type.2.3",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_2_4.rawValue: "cvc-complex-type.2.4",
        XML_SCHEMAV_ELEMENT_CONTENT.rawValue: "cvc-complex-type.2.4",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_3_1.rawValue: "cvc-complex-type.3.1",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1.rawValue: "cvc-complex-type.3.2.1",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_2.rawValue: "cvc-complex-type.3.2.2",
        XML_SCHEMAV_CVC_COMPLEX_TYPE_4.rawValue: "cvc-complex-type.4",
        XML_SCHEMAV_CVC_ELT_1.rawValue: "cvc-elt.1",
        XML_SCHEMAV_CVC_ELT_2.rawValue: "cvc-elt.2",
        XML_SCHEMAV_CVC_ELT_3_1.rawValue: "cvc-elt.3.1",
        XML_SCHEMAV_CVC_ELT_3_2_1.rawValue: "cvc-elt.3.2.1",
        XML_SCHEMAV_CVC_ELT_3_2_2.rawValue: "cvc-elt.3.2.2",
        XML_SCHEMAV_CVC_ELT_4_2.rawValue: "cvc-elt.4.2",
        XML_SCHEMAV_CVC_ELT_4_3.rawValue: "cvc-elt.4.3",
        XML_SCHEMAV_CVC_ELT_5_2_2_1.rawValue: "cvc-elt.5.2.2.1",
        XML_SCHEMAV_CVC_ELT_5_2_2_2_1.rawValue: "cvc-elt.5.2.2.2.1",
        XML_SCHEMAV_CVC_ELT_5_2_2_2_2.rawValue: "cvc-elt.5.2.2.2.2",
        XML_SCHEMAV_CVC_ATTRIBUTE_2.rawValue: "cvc-attribute.2",
        XML_SCHEMAV_CVC_AU.rawValue: "cvc-au",
        XML_SCHEMAV_CVC_WILDCARD.rawValue: "cvc-wildcard",
        XML_SCHEMAV_CVC_IDC.rawValue: "cvc-identity-constraint",
    ]

    private static let messages: [String: String] = [
        "cvc-datatype-valid.1.2.1": "the value is not of its type",
        "cvc-datatype-valid.1.2.2": "the list is not of its type",
        "cvc-datatype-valid.1.2.3": "the value is of none of its types",
        "cvc-type.1": "the type is not known",
        "cvc-type.2": "the type is abstract",
        "cvc-type.3.1.1": "an attribute stands where none may",
        "cvc-type.3.1.2": "an element stands where only text may",
        "cvc-length-valid": "the value has not the length it must have",
        "cvc-minLength-valid": "the value is too short",
        "cvc-maxLength-valid": "the value is too long",
        "cvc-minInclusive-valid": "the value is too small",
        "cvc-maxInclusive-valid": "the value is too large",
        "cvc-minExclusive-valid": "the value is too small",
        "cvc-maxExclusive-valid": "the value is too large",
        "cvc-totalDigits-valid": "the value has too many digits",
        "cvc-fractionDigits-valid": "the value has too many digits after the point",
        "cvc-pattern-valid": "the value is not of its form",
        "cvc-enumeration-valid": "the value is not one of those allowed",
        "cvc-complex-type.2.1": "the element must be empty",
        "cvc-complex-type.2.2": "an element stands where only text may",
        "cvc-complex-type.2.3": "text stands where only elements may",
        "cvc-complex-type.2.4": "an element is missing or out of place",
        "cvc-complex-type.3.1": "the attribute has not the value it must have",
        "cvc-complex-type.3.2.1": "the attribute is not allowed here",
        "cvc-complex-type.3.2.2": "the attribute is not allowed here",
        "cvc-complex-type.4": "an attribute is missing",
        "cvc-elt.1": "the element is not known",
        "cvc-elt.2": "the element is abstract",
        "cvc-elt.3.1": "the element cannot be nil",
        "cvc-elt.3.2.1": "a nil element must be empty",
        "cvc-elt.3.2.2": "a nil element has a fixed value",
        "cvc-elt.4.2": "the type that the element names is not known",
        "cvc-elt.4.3": "the type that the element names may not stand for its own",
        "cvc-elt.5.2.2.1": "the element has a fixed value and may hold no element",
        "cvc-elt.5.2.2.2.1": "the element has not the value it must have",
        "cvc-elt.5.2.2.2.2": "the element has not the value it must have",
        "cvc-attribute.2": "the attribute is not known",
        "cvc-au": "the attribute has not the value it must have",
        "cvc-wildcard": "the element is not known",
        "cvc-identity-constraint": "a key or a reference is wrong",
        fieldNotOne: "a field of a key is there more than once",
        uniqueTwice: "what must be there once is there twice",
        keyMissing: "a field of a key is missing",
        keyTwice: "a key is there twice",
        keyrefDangling: "a reference leads nowhere",
    ]
}
