internal import CXML

extension LibXML {
    /// libxslt's preferences of security, all forbidden.
    static let nothingAllowed = Preferences()

    /// Shared by all transformations, which only read it.
    struct Preferences: @unchecked Sendable {
        let pointer: xsltSecurityPrefsPtr?

        fileprivate init() {
            pointer = xsltNewSecurityPrefs()
            for option in [
                XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
                XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
            ] {
                xsltSetSecurityPrefs(pointer, option, xsltSecurityForbid)
            }
        }
    }

    /// Once for the process, before any stylesheet is compiled.
    static func initializeXSLT() {
        xsltInitGlobals()
        // While compiling there is no context to hold the preferences: the default ones count.
        xsltSetDefaultSecurityPrefs(nothingAllowed.pointer)
        // And if they were passed by, nothing loads a document.
        xsltSetLoaderFunc { _, _, _, _, _ in nil }
        cxmlForwardStylesheetErrors()
        exsltCommonRegister()
        exsltStrRegister()
        exsltMathRegister()
        exsltDateRegister()
        exsltSetsRegister()
    }
}
