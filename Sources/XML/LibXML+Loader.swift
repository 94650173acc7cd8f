internal import CXML
internal import Synchronization

extension LibXML {
    /// The only files that libxml2 can open by name: those of a schema being compiled, from memory.
    static let loader = Loader()

    final class Loader: Sendable {
        private struct Shelf {
            var next = 1
            var files: [String: [UInt8]] = [:]
        }

        private let shelf = Mutex(Shelf())

        /// A beginning of names that no other compilation has.
        func newScheme() -> String {
            shelf.withLock { shelf in
                defer { shelf.next += 1 }
                return "x-dossier-schema:\(shelf.next)/"
            }
        }

        func add(_ location: String, _ bytes: [UInt8]) {
            shelf.withLock { $0.files[location] = bytes }
        }

        func remove(scheme: String) {
            shelf.withLock { shelf in shelf.files = shelf.files.filter { !$0.key.hasPrefix(scheme) } }
        }

        func bytes(at location: String) -> [UInt8]? {
            shelf.withLock { $0.files[location] }
        }
    }

    /// libxml2's loader of everything that is named and not handed over: a file on the shelf, or nothing.
    ///
    /// It reads a schema's files with its option to expand entities, but these have passed the guard: without a
    /// document type declaration there are none.
    static func load(_ location: UnsafePointer<CChar>?, for parser: xmlParserCtxtPtr?) -> xmlParserInputPtr? {
        guard let location, let bytes = loader.bytes(at: String(cString: location)),
            let buffer = bytes.withUnsafeBytes({ bytes in
                xmlParserInputBufferCreateMem(bytes.baseAddress, Int32(bytes.count), XML_CHAR_ENCODING_NONE)
            })
        else { return nil }
        guard let input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) else {
            xmlFreeParserInputBuffer(buffer)
            return nil
        }
        // The input owns its name.
        input.pointee.filename = cxmlCopy(location)
        return input
    }
}
