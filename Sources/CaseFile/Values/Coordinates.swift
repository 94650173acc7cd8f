/// A point on the Earth (WGS 84).
public struct Coordinates: Codable, Hashable, Sendable {
    /// Degrees north of the equator, from -90 to 90.
    public var latitude: Degrees
    /// Degrees east of Greenwich, from -180 to 180.
    public var longitude: Degrees
    /// The radius within which the point surely lies, in metres.
    public var accuracyMetres: Count?

    public init(latitude: Degrees, longitude: Degrees, accuracyMetres: Count? = nil) {
        self.latitude = latitude
        self.longitude = longitude
        self.accuracyMetres = accuracyMetres
    }
}

extension Coordinates: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            abs(latitude.hundredMillionths) <= 90 * 100_000_000,
            "coordinates.latitude",
            "latitude",
            "a latitude lies between -90 and 90 degrees"
        )
    }
}
