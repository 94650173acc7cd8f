internal import CaseFile
internal import Foundation
internal import Synchronization

/// Carries out a sample case's plan through the same use cases that the command uses: what the sample shows, anyone
/// can do.
public struct SampleCase {
    public let plan: SamplePlan
    private let folder: String
    private let templates: Templates

    /// - Parameter folder: the folder of `sample.xml`, its drafts and its evidence.
    public init(folder: String, templates: Templates) throws {
        self.folder = folder
        self.templates = templates
        plan = try SamplePlan(try Self.bytes(folder + "/sample.xml"))
    }

    public struct Result: Sendable {
        public let office: Office
        public let openCase: OpenCase
        /// The first that it exports.
        public let bundle: ExportResult
        /// The editions that it exports after it.
        public let editions: [ExportResult]
        /// The case's number.
        public let number: String
    }

    /// The clock that the plan turns: each step is recorded at its own time.
    private final class PlanClock: Sendable {
        private let time: Mutex<Moment>

        init(_ time: Moment) { self.time = Mutex(time) }

        var now: Moment { time.withLock { $0 } }

        func set(_ moment: Moment) { time.withLock { $0 = moment } }
    }

    /// Makes the office in an empty home, the case in it, and its bundle.
    /// - Parameters:
    ///   - surroundings: of the machine; its clock dates the certificate and the bundle.
    ///   - step: what has been done, of how much.
    public func carryOut(
        in home: Home,
        exports: String,
        surroundings: Surroundings,
        generator: String,
        step: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Result {
        guard let name = FreeText(plan.name, .english), let first = plan.steps.first else {
            throw CaseworkError.plan(line: 1, "it has no name or no steps")
        }
        _ = try Office.create(
            at: home,
            name: name,
            code: plan.code,
            identity: nil,
            templates: templates,
            surroundings: surroundings
        )
        let clock = PlanClock(first.at)
        var sampled: OpenCase?
        var bundles: [ExportResult] = []
        var handles: [String: RecordID] = [:]
        for (index, planned) in plan.steps.enumerated() {
            clock.set(planned.at)
            var around = surroundings
            around.account = planned.by ?? surroundings.account
            if case .export = planned.action {
            } else {
                around.now = { clock.now.earliest }
                around.zone = { _ in clock.now.zone }
            }
            let office = try Office.open(at: home, templates: templates, surroundings: around)
            if case .open(let from) = planned.action {
                sampled = try office.open(newFrom: Self.bytes(folder + "/" + from))
            } else if let openCase = try sampled.map({ try office.open($0.id.description) }) {
                sampled = openCase
                if case .export(let edition, let recipient) = planned.action {
                    bundles.append(
                        try openCase.export(
                            edition: edition,
                            for: recipient,
                            to: exports,
                            generator: generator
                        )
                    )
                } else {
                    try carryOut(planned.action, in: openCase, handles: &handles)
                }
            } else {
                throw CaseworkError.plan(line: 1, "the first step opens the case")
            }
            step(index + 1, plan.steps.count)
        }
        guard let sampled, let bundle = bundles.first else {
            throw CaseworkError.plan(line: 1, "it exports nothing")
        }
        return Result(
            office: try Office.open(at: home, templates: templates, surroundings: surroundings),
            openCase: sampled,
            bundle: bundle,
            editions: Array(bundles.dropFirst()),
            number: try sampled.summary().label
        )
    }

    private func carryOut(
        _ action: SamplePlan.Step.Action,
        in openCase: OpenCase,
        handles: inout [String: RecordID]
    ) throws {
        switch action {
        case .add(let from):
            try openCase.record(drafts: Self.bytes(folder + "/" + from), handles: &handles)
        case .amend(let kind, let record, let from):
            try openCase.record(
                drafts: Self.bytes(folder + "/" + from),
                kind: kind,
                amending: record,
                handles: &handles
            )
        case .evidence(let path, let role, let exhibit):
            let marking: EvidenceRequest.Marking = exhibit.map { .into(exhibit: $0) } ?? .papers
            var request = EvidenceRequest(paths: [folder + "/" + path], marking: marking)
            request.role = role
            request.seenFrom = folder
            let result = try openCase.addEvidence(request)
            guard result.refusals.isEmpty else { throw CaseworkError.file(path: path, errno: EIO) }
        case .open, .export: break
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CaseworkError.file(path: path, errno: ENOENT)
        }
        return [UInt8](data)
    }
}
