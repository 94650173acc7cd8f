internal import CXML

/// The process's one libxml2.
enum LibXML {
    /// Initialises the library on first use, before any thread parses; it is never cleaned up, since other threads
    /// may be using it. Everything that would reach outside is closed: catalogs, and the loader of entities.
    static let ready: Void = {
        xmlInitParser()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()
}
