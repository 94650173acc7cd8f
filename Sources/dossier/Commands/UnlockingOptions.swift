internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Leaks

/// How a command opens the identities of a case, where it keeps any.
struct UnlockingOptions: ParsableArguments {
    func terms(of openCase: OpenCase, purpose: String, on terminal: Terminal) throws -> [ProtectedTerm] {
        []
    }

    func sealedCovers(of openCase: OpenCase, on terminal: Terminal) throws -> [[UInt8]] { [] }
}
