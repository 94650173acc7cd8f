extension Kind {
    /// The type that reads and writes the bodies of this kind.
    var bodyType: any RecordBody.Type {
        get throws(RecordError) {
            switch self {
            default: throw .unknownKind(rawValue)
            }
        }
    }
}
