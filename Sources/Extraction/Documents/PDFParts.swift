internal import Foundation

/// What qpdf tells of a PDF's objects in its JSON (version 2): which streams are what.
struct PDFParts {
    struct Stream {
        var number: Int
        /// The file that qpdf wrote its decoded bytes to.
        var path: String
        var isImage: Bool
        var isFont: Bool
        /// A file that the author put in: whatever it is, it is to be read.
        var isAttachment: Bool
    }

    /// In the order of their object numbers.
    private(set) var streams: [Stream] = []

    /// - Parameter json: what `qpdf --json-output` wrote.
    init?(_ json: [UInt8]) {
        guard let root = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any],
            let halves = root["qpdf"] as? [Any], halves.count == 2, let objects = halves[1] as? [String: Any]
        else { return nil }
        var fonts: Set<String> = []
        var attachments: Set<String> = []
        for object in objects.values { Self.collect(object, &fonts, &attachments) }
        for (key, object) in objects {
            guard key.hasPrefix("obj:"), let stream = (object as? [String: Any])?["stream"] as? [String: Any],
                let path = stream["datafile"] as? String,
                let number = Int(key.dropFirst(4).prefix { $0 != " " })
            else { continue }
            let dictionary = stream["dict"] as? [String: Any] ?? [:]
            let reference = String(key.dropFirst(4))
            streams.append(
                Stream(
                    number: number,
                    path: path,
                    isImage: dictionary["/Subtype"] as? String == "/Image",
                    isFont: fonts.contains(reference),
                    isAttachment: dictionary["/Type"] as? String == "/EmbeddedFile"
                        || attachments.contains(reference)
                )
            )
        }
        streams.sort { $0.number < $1.number }
    }

    private static func collect(_ value: Any, _ fonts: inout Set<String>, _ attachments: inout Set<String>) {
        if let dictionary = value as? [String: Any] {
            for (key, inner) in dictionary {
                switch key {
                case "/FontFile", "/FontFile2", "/FontFile3", "/CharProcs", "/ToUnicode", "/CIDToGIDMap":
                    if let reference = inner as? String { fonts.insert(reference) }
                case "/EF":
                    for file in (inner as? [String: Any] ?? [:]).values {
                        if let reference = file as? String { attachments.insert(reference) }
                    }
                default: break
                }
                collect(inner, &fonts, &attachments)
            }
        } else if let array = value as? [Any] {
            for inner in array { collect(inner, &fonts, &attachments) }
        }
    }
}
