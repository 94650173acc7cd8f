/// A postal address, from the narrowest part to the widest.
public struct Address: Codable, Hashable, Sendable {
    /// House, flat, building, street, landmark: as many lines as needed.
    public var lines: [FreeText] = []
    /// Village, ward or neighbourhood.
    public var locality: FreeText?
    /// The post office, where addresses go by it.
    public var postOffice: FreeText?
    /// Town or city.
    public var town: FreeText?
    /// District or county.
    public var district: FreeText?
    /// State, province or nation.
    public var state: FreeText?
    /// PIN code or postcode.
    public var postalCode: Code?
    /// Country.
    public var country: CountryCode?

    public init() {}

    private enum CodingKeys: String, CodingKey {
        case lines = "line"
        case locality, postOffice, town, district, state, postalCode, country
    }
}
