/// A device that holds electronic records, as the certificate under BSA s.63(4) describes it.
public struct DeviceDescription: Codable, Hashable, Sendable {
    /// What it is, by the certificate's tick list.
    public var storedOn: [DeviceSource] = []
    /// What it is where the tick is on other.
    public var otherStorage: FreeText?
    /// Maker.
    public var make: FreeText?
    /// Model.
    public var model: FreeText?
    /// Colour.
    public var colour: FreeText?
    /// Serial number.
    public var serialNumber: Code?
    /// IMEI, UIN, UID, MAC, cloud ID and other numbers.
    public var identifiers: [DeviceIdentifier] = []
    /// Anything else that tells this device from others.
    public var otherInformation: FreeText?

    public init() {}

    private enum CodingKeys: String, CodingKey {
        case storedOn, otherStorage, make, model, colour, serialNumber
        case identifiers = "identifier"
        case otherInformation
    }
}

extension DeviceDescription: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            storedOn.contains(.other) == (otherStorage != nil),
            "device.other-storage",
            "otherStorage",
            "say what the device is if the tick is on other, and only then"
        )
        rules.unique(storedOn, "device.repeated-tick", "storedOn", "give each tick once")
    }
}

/// Where an electronic record was kept: the tick list of the certificate under BSA s.63(4).
public enum DeviceSource: String, CaseIterable, Codable, Hashable, Sendable {
    /// A computer or its storage medium.
    case computer
    /// A digital video recorder.
    case dvr
    /// A mobile phone.
    case mobile
    /// A flash drive.
    case flashDrive = "flash-drive"
    /// A CD or DVD.
    case cdDvd = "cd-dvd"
    /// A server.
    case server
    /// A cloud service.
    case cloud
    /// Something else, which the certificate names.
    case other
}

/// What kind of number identifies a device.
public enum DeviceIdentifierKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// International Mobile Equipment Identity, of a phone or modem.
    case imei
    /// Unique identification number.
    case uin
    /// Unique identifier.
    case uid
    /// Address of a network interface.
    case mac
    /// Account or resource identifier of a cloud service.
    case cloudID = "cloud-id"
    /// Number of a SIM card.
    case iccid
    /// Another number.
    case other
}

/// How the certifying party stands to the device: the second tick list of the certificate under BSA s.63(4).
public enum DeviceControl: String, CaseIterable, Codable, Hashable, Sendable {
    /// It belongs to the party.
    case owned
    /// The party maintains it.
    case maintained
    /// The party manages it.
    case managed
    /// The party operates it.
    case operated
}

/// A number that identifies a device.
public struct DeviceIdentifier: Codable, Hashable, Sendable {
    /// What kind of number.
    public var kind: DeviceIdentifierKind
    /// The number.
    public var value: Code

    public init(kind: DeviceIdentifierKind, value: Code) {
        self.kind = kind
        self.value = value
    }
}
