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

    /// What libxml2 said about something that is not evidence: an expression, a schema, a stylesheet.
    struct Complaint {
        let code: Int
        let line: Int
        let isError: Bool
        let message: String
    }

    /// Runs `body`, and returns what libxml2 said on this thread meanwhile, which it would print otherwise.
    static func listening<Result>(_ body: () -> Result) -> (Result, [Complaint]) {
        let listener = Listener()
        cxmlSetThreadErrorReader(Unmanaged.passUnretained(listener).toOpaque()) { listener, error in
            guard let listener, let error else { return }
            Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue().hear(error.pointee)
        }
        let result = body()
        cxmlSetThreadErrorReader(nil, nil)
        return withExtendedLifetime(listener) { (result, listener.complaints) }
    }

    private final class Listener {
        var complaints: [Complaint] = []

        func hear(_ error: xmlError) {
            if complaints.count == 100 { return }
            let message = if let text = error.message { String(cString: text) } else { "" }
            complaints.append(
                Complaint(
                    code: Int(error.code),
                    line: max(0, Int(error.line)),
                    isError: error.level.rawValue >= XML_ERR_ERROR.rawValue,
                    message: String(message.prefix { $0 != "\n" }.prefix(300))
                )
            )
        }
    }
}
