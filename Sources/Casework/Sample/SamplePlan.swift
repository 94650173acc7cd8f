public import CaseFile
internal import XML

/// The plan of a sample case: the steps of an office, each at its own time and by its own account.
///
/// templates/sample/README.md says how to write one.
public struct SamplePlan: Sendable {
    public struct Step: Sendable {
        public enum Action: Sendable {
            case open(from: String)
            case add(from: String)
            case amend(kind: Kind, record: String, from: String)
            case evidence(path: String, role: EvidenceFile.Role, exhibit: String?)
            case export(edition: String, recipient: String?)
        }

        public let action: Action
        /// When the office recorded it.
        public let at: Moment
        /// Who recorded it; nil for what needs nobody.
        public let by: String?
    }

    /// The office's code and name.
    public let code: String
    public let name: String
    public let steps: [Step]

    /// When the office last recorded something: the time at which the case stands as the sample tells it.
    public var lastRecording: Moment? {
        steps.last { step in
            if case .export = step.action { false } else { true }
        }?.at
    }

    public init(_ bytes: [UInt8]) throws {
        let root: DocumentNode
        do { root = try Document(parsing: bytes).root } catch { throw CaseworkError.draftNotXML(error) }
        var code = ""
        var name = ""
        var steps: [Step] = []
        var last: Moment?
        for element in root.elements {
            func need(_ attribute: String) throws -> String {
                guard let value = element.attribute(attribute) else {
                    throw CaseworkError.plan(line: element.line, "<\(element.local)> needs \(attribute)")
                }
                return value
            }
            if element.local == "office" {
                (code, name) = (try need("code"), try need("name"))
                continue
            }
            guard let at = Moment(try need("at")), last.map({ $0.earliest <= at.earliest }) ?? true else {
                throw CaseworkError.plan(
                    line: element.line,
                    "its time is not one, or lies before the last one"
                )
            }
            last = at
            steps.append(Step(action: try Self.action(element, need), at: at, by: element.attribute("by")))
        }
        guard !code.isEmpty else { throw CaseworkError.plan(line: root.line, "there is no <office>") }
        self.code = code
        self.name = name
        self.steps = steps
    }

    private static func action(
        _ element: DocumentNode,
        _ need: (String) throws -> String
    ) throws -> Step.Action {
        switch element.local {
        case "open": return .open(from: try need("from"))
        case "add": return .add(from: try need("from"))
        case "amend":
            guard let kind = Kind(rawValue: try need("kind")) else {
                throw CaseworkError.plan(line: element.line, "no such kind of record")
            }
            return .amend(kind: kind, record: try need("record"), from: try need("from"))
        case "evidence":
            guard let role = EvidenceFile.Role(rawValue: try need("role")) else {
                throw CaseworkError.plan(line: element.line, "no such role of a file")
            }
            return .evidence(path: try need("path"), role: role, exhibit: element.attribute("exhibit"))
        case "export":
            return .export(edition: try need("edition"), recipient: element.attribute("for"))
        default: throw CaseworkError.plan(line: element.line, "no step is called <\(element.local)>")
        }
    }
}
