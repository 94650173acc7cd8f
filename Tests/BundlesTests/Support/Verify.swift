import Bundles
import CaseFile
import Foundation
import Signatures
import Testing
import XML

/// The project's own schema, compiled once.
let ownSchema = try! Schema(
    ["casefile.xsd": try! Checkout.bytes("templates/schema/casefile.xsd")],
    root: "casefile.xsd",
    identityConstraints: false
)

/// Verifies a file.
func verify(
    file path: String,
    trust: TrustAnchors? = TestOffice.shared.trust,
    now: Moment = SmallCase.now,
    work: String
) async throws -> VerificationReport {
    try await BundleVerifier(schema: ownSchema, trust: trust, now: now, work: work).verify(path)
}

/// Verifies bytes as a file of their own. Whatever they are, nothing is written but what the verifier keeps for itself.
func verify(
    _ bytes: [UInt8],
    trust: TrustAnchors? = TestOffice.shared.trust,
    now: Moment = SmallCase.now
) async throws -> VerificationReport {
    let scratch = try Scratch()
    let path = scratch.path + "/bundle.asice"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let work = scratch.path + "/work"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: false)
    let report = try await verify(file: path, trust: trust, now: now, work: work)
    let left = Set(scratch.contents).subtracting(["bundle.asice", "work", "work/casefile.xml"])
    #expect(left.isEmpty, "the verifier wrote elsewhere")
    return report
}
